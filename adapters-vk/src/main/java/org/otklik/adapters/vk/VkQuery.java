package org.otklik.adapters.vk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

/** Writes a search as VK reads it: words, phrases in quotes, hashtags, a minus before what must not be there. */
final class VkQuery {

    private VkQuery() {}

    /**
     * Writes one search for each way to take a term of each group, since VK's search knows no "or".
     *
     * @throws IllegalArgumentException if there are more ways than allowed
     */
    static List<String> compile(SearchExpression expression, int mostWays) {
        return expression.ways(mostWays).stream()
                .map(way -> search(way, expression.none()))
                .toList();
    }

    private static String search(List<Term> way, Set<Term> none) {
        return Stream.concat(way.stream().map(VkQuery::term), none.stream().map(term -> "-" + term(term)))
                .collect(Collectors.joining(" "));
    }

    private static String term(Term term) {
        return term.kind() == Kind.WORD ? term.text() : term.toString();
    }
}
