package org.otklik.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

class SearchExpressionPropertiesTest {

    private static final Pattern PLACE = Pattern.compile("at character \\d+:|at most \\d+ characters");

    @Property
    void what_is_written_is_read_back(@ForAll("searches") SearchExpression search) {
        assertEquals(search, SearchExpression.parse(search.toString()));
    }

    @Property
    void any_text_is_read_or_refused_with_a_place(@ForAll("texts") String text) {
        try {
            SearchExpression read = SearchExpression.parse(text);

            assertEquals(read, SearchExpression.parse(read.toString()));
        } catch (IllegalArgumentException refused) {
            assertTrue(PLACE.matcher(refused.getMessage()).find(), refused.getMessage());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("()|\"-#._ \t\u00a0\u2003")
                .withCharRange('а', 'г')
                .withChars('1', 'x')
                .ofMaxLength(40);
        return Arbitraries.oneOf(nearly, Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<SearchExpression> searches() {
        Arbitrary<List<Set<Term>>> all =
                terms().set().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(all, terms().set().ofMaxSize(3)).as(SearchExpression::new);
    }

    private static Arbitrary<Term> terms() {
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange('а', 'я')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('_')
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> joined = plain.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("-", parts));
        Arbitrary<String> phrase = plain.list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
        return Arbitraries.oneOf(
                joined.map(text -> new Term(Kind.WORD, text)),
                joined.map(text -> new Term(Kind.HASHTAG, text)),
                phrase.map(text -> new Term(Kind.PHRASE, text)));
    }
}
