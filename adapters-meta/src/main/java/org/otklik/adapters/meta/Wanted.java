package org.otklik.adapters.meta;

import java.util.Locale;
import java.util.Set;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

/** Whether a caption is what an expression wants: Instagram itself looks for one hashtag only. */
final class Wanted {

    private Wanted() {}

    static boolean fits(SearchExpression expression, String text) {
        String folded = folded(text);
        return expression.all().stream().allMatch(group -> hasAny(group, folded)) && !hasAny(expression.none(), folded);
    }

    private static boolean hasAny(Set<Term> terms, String folded) {
        return terms.stream().anyMatch(term -> has(folded, term));
    }

    /** Whole words: a letter or digit before or behind makes another word of it. */
    private static boolean has(String text, Term term) {
        boolean hashtag = term.kind() == Kind.HASHTAG;
        String wanted = (hashtag ? "#" : "") + folded(term.text());
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            boolean begins = hashtag || at == 0 || !isPartOfWord(text.charAt(at - 1));
            int end = at + wanted.length();
            if (begins && (end == text.length() || !isPartOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
