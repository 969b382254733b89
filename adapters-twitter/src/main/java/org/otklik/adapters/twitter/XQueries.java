package org.otklik.adapters.twitter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SearchExpression.Term;

/** Writes search expressions in X's syntax; one that is too long becomes several that find the same together. */
final class XQueries {

    private static final String NO_RETWEETS = " -is:retweet";
    private static final int MOST_PARTS = 64;

    private XQueries() {}

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException if even single words are too long for X
     */
    static List<String> compile(SearchExpression expression, int longest) {
        List<String> parts = new ArrayList<>();
        split(expression.all(), expression, longest, parts);
        return List.copyOf(parts);
    }

    /** What is written by, to and about a page. */
    static String page(String handle) {
        return "(from:" + handle + " OR to:" + handle + " OR @" + handle + ")" + NO_RETWEETS;
    }

    private static void split(List<Set<Term>> groups, SearchExpression expression, int longest, List<String> parts) {
        String query = write(groups, expression.none());
        if (query.length() <= longest) {
            parts.add(query);
            return;
        }
        int largest = largest(groups);
        List<Term> terms = new ArrayList<>(groups.get(largest));
        if (terms.size() == 1 || parts.size() >= MOST_PARTS) {
            throw new IllegalArgumentException("The search '" + expression + "' cannot be split into parts of "
                    + longest + " characters for X; shorten it.");
        }
        int half = terms.size() / 2;
        split(replace(groups, largest, terms.subList(0, half)), expression, longest, parts);
        split(replace(groups, largest, terms.subList(half, terms.size())), expression, longest, parts);
    }

    private static int largest(List<Set<Term>> groups) {
        int largest = 0;
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).size() > groups.get(largest).size()) {
                largest = i;
            }
        }
        return largest;
    }

    private static List<Set<Term>> replace(List<Set<Term>> groups, int at, List<Term> terms) {
        List<Set<Term>> replaced = new ArrayList<>(groups);
        replaced.set(at, new LinkedHashSet<>(terms));
        return replaced;
    }

    private static String write(List<Set<Term>> groups, Set<Term> none) {
        String wanted = groups.stream().map(XQueries::group).collect(Collectors.joining(" "));
        String unwanted = none.stream().map(term -> " -" + term(term)).collect(Collectors.joining());
        return wanted + unwanted + NO_RETWEETS;
    }

    private static String group(Set<Term> terms) {
        String either = terms.stream().map(XQueries::term).collect(Collectors.joining(" OR "));
        return terms.size() == 1 ? either : '(' + either + ')';
    }

    /** A word with a hyphen or dot is quoted, as is one that X would take for an operator. */
    private static String term(Term term) {
        return switch (term.kind()) {
            case HASHTAG -> '#' + term.text();
            case PHRASE -> '"' + term.text() + '"';
            case WORD -> isPlain(term.text()) ? term.text() : '"' + term.text() + '"';
        };
    }

    private static boolean isPlain(String word) {
        boolean letters = word.codePoints().allMatch(Character::isLetterOrDigit);
        return letters && !word.equalsIgnoreCase("or") && !word.equalsIgnoreCase("and");
    }
}
