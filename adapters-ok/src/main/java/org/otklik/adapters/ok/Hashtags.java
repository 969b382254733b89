package org.otklik.adapters.ok;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

/**
 * What of an expression the network can search for, which is hashtags alone; immutable. The first group of only
 * hashtags is searched for, tag by tag; the rest of the expression is checked here in the texts that were found.
 */
final class Hashtags {

    private final SearchExpression expression;
    private final List<String> tags;

    private Hashtags(SearchExpression expression, List<String> tags) {
        this.expression = expression;
        this.tags = tags;
    }

    /** Compiles an expression; empty if hashtags alone cannot find it. */
    static Optional<Hashtags> of(SearchExpression expression) {
        return expression.all().stream()
                .filter(group -> group.stream().allMatch(term -> term.kind() == Kind.HASHTAG))
                .findFirst()
                .map(group ->
                        new Hashtags(expression, group.stream().map(Term::text).toList()));
    }

    List<String> tags() {
        return tags;
    }

    boolean fits(String text) {
        String folded = folded(text);
        return expression.all().stream().allMatch(group -> any(group, folded)) && !any(expression.none(), folded);
    }

    private static boolean any(Set<Term> terms, String folded) {
        return terms.stream().anyMatch(term -> has(folded, term));
    }

    private static boolean has(String text, Term term) {
        String wanted = (term.kind() == Kind.HASHTAG ? "#" : "") + folded(term.text());
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean begins = at == 0 || term.kind() == Kind.HASHTAG || !isWord(text.charAt(at - 1));
            if (begins && (end == text.length() || !isWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
