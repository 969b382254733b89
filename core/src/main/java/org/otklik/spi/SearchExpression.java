package org.otklik.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a search shall find, in no network's own syntax; immutable.
 *
 * <p>Written as {@code (Самара | Тольятти) (яма | ямы) "нет воды" #жкх -реклама}: all parts must be found, of a group in
 * parentheses any one, and no part behind a minus. A word is letters and digits, also with hyphens inside; words in quotes
 * are a phrase; {@code #} makes a hashtag. Word forms are written out where a network has no morphology of its own.
 *
 * @param all groups of which each must be met by at least one of its terms
 * @param none terms that must not be found
 */
public record SearchExpression(List<Set<Term>> all, Set<Term> none) {

    /** What a term stands for. */
    public enum Kind {
        /** One word; networks with morphology find its forms too. */
        WORD,
        /** Words in exactly this order. */
        PHRASE,
        /** A hashtag, without the {@code #} in its text. */
        HASHTAG
    }

    /**
     * A word, phrase or hashtag; immutable.
     *
     * @param kind what it is
     * @param text without quotes and {@code #}
     */
    public record Term(Kind kind, String text) {

        @Override
        public String toString() {
            return switch (kind) {
                case WORD -> text;
                case PHRASE -> '"' + text + '"';
                case HASHTAG -> '#' + text;
            };
        }
    }

    /** Checks that something is wanted, and copies the parts in order. */
    public SearchExpression {
        all = all.stream().map(SearchExpression::ordered).toList();
        none = ordered(none);
        if (all.isEmpty() || all.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException(
                    "A search needs at least one word, phrase or hashtag without a minus, and no empty parentheses.");
        }
    }

    private static Set<Term> ordered(Set<Term> terms) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(terms));
    }

    /**
     * Reads an expression.
     *
     * @param text as shown above
     * @return the expression
     * @throws IllegalArgumentException if it cannot be read; the message names the place and the mistake
     */
    public static SearchExpression parse(String text) {
        return new SearchExpressionParser(text).parse();
    }

    /**
     * Writes the alternatives out: every way to take one term of each group.
     *
     * @param most how many ways there may be
     * @return each way as the terms that must all be found, in the order of the groups
     * @throws IllegalArgumentException if there are more
     */
    public List<List<Term>> ways(int most) {
        List<List<Term>> ways = List.of(List.of());
        for (Set<Term> group : all) {
            List<List<Term>> longer = new ArrayList<>();
            for (List<Term> way : ways) {
                for (Term term : group) {
                    List<Term> next = new ArrayList<>(way);
                    next.add(term);
                    longer.add(List.copyOf(next));
                }
            }
            if (longer.size() > most) {
                throw new IllegalArgumentException("The search '" + this + "' has more than " + most
                        + " combinations; split it into several queries.");
            }
            ways = longer;
        }
        return ways;
    }

    @Override
    public String toString() {
        String wanted = all.stream().map(SearchExpression::group).collect(Collectors.joining(" "));
        return none.stream().map(term -> " -" + term).collect(Collectors.joining("", wanted, ""));
    }

    private static String group(Set<Term> terms) {
        String joined = terms.stream().map(Term::toString).collect(Collectors.joining(" | "));
        return terms.size() == 1 ? joined : '(' + joined + ')';
    }
}
