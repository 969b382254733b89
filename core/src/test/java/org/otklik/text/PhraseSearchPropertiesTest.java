package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** The automaton finds what a plain walk over phrases and tokens finds. */
class PhraseSearchPropertiesTest {

    private static final List<String> WORDS = List.of("яма", "вода", "дом", "двор", "снег", "лес", "шум");

    /**
     * A phrase of few words, so that texts of the same words have it.
     *
     * @param steps words of which one must stand
     * @param gaps tokens that may be skipped
     */
    record Phrase(List<List<String>> steps, List<Integer> gaps) {

        Phrase withoutGaps() {
            return new Phrase(steps, gaps.stream().map(gap -> 0).toList());
        }

        int[] widths() {
            return gaps.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    @Property
    void phrases_are_found_where_a_plain_walk_finds_them(
            @ForAll("phrases") List<Phrase> phrases, @ForAll("texts") String text) {
        Tokens tokens = PostText.tokens(text);
        List<String> found = new ArrayList<>();

        automaton(PhraseAutomaton.onWords(), phrases)
                .find(tokens, (phrase, first, last) -> found.add(line(phrase, first, last)));

        assertEquals(
                new ArrayList<>(walked(phrases, tokens)),
                found.stream().sorted().toList());
    }

    @Property
    void phrases_without_gaps_are_found_by_themselves_as_among_others(
            @ForAll("phrases") List<Phrase> phrases, @ForAll("texts") String text) {
        List<Phrase> plain = phrases.stream().map(Phrase::withoutGaps).toList();
        List<Phrase> amongOthers = new ArrayList<>(plain);
        amongOthers.add(new Phrase(List.of(List.of("яма"), List.of("дом")), List.of(0, 3)));
        Tokens tokens = PostText.tokens(text);

        List<String> alone = found(plain, tokens, plain.size());
        List<String> among = found(amongOthers, tokens, plain.size());

        assertEquals(among, alone);
        assertEquals(
                new ArrayList<>(walked(plain, tokens)), alone.stream().sorted().toList());
    }

    @Property
    void other_phrases_do_not_change_what_is_found(
            @ForAll("phrases") List<Phrase> phrases,
            @ForAll("phrases") List<Phrase> others,
            @ForAll("texts") String text) {
        List<Phrase> all = new ArrayList<>(phrases);
        all.addAll(others);
        Tokens tokens = PostText.tokens(text);

        List<String> alone = found(phrases, tokens, phrases.size());
        List<String> among = found(all, tokens, phrases.size());

        assertEquals(alone, among);
    }

    @Property
    void a_text_among_others_has_the_phrases_that_it_has_alone(
            @ForAll("phrases") List<Phrase> phrases, @ForAll("texts") String one, @ForAll("texts") String other) {
        PhraseAutomaton automaton = automaton(PhraseAutomaton.onStems(), phrases);
        PhraseAutomaton exact = automaton(PhraseAutomaton.onWords(), phrases);
        TextScanner scanner = new TextScanner();

        for (String text : List.of(one, other, one)) {
            Tokens alone = PostText.tokens(text);
            Post post =
                    Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build();

            List<String> read = scanner.read(
                    post,
                    among ->
                            List.of(all(automaton, among.own()), all(exact, among.own()), all(automaton, among.own())));

            assertEquals(List.of(all(automaton, alone), all(exact, alone), all(automaton, alone)), read);
        }
    }

    private static String all(PhraseAutomaton automaton, Tokens tokens) {
        StringBuilder found = new StringBuilder();
        automaton.find(tokens, (phrase, first, last) -> found.append(line(phrase, first, last)));
        return found.toString();
    }

    private static PhraseAutomaton automaton(PhraseAutomaton.Builder builder, List<Phrase> phrases) {
        for (int i = 0; i < phrases.size(); i++) {
            builder.add(i, phrases.get(i).steps(), phrases.get(i).widths());
        }
        return builder.build();
    }

    private static List<String> found(List<Phrase> phrases, Tokens tokens, int counting) {
        List<String> found = new ArrayList<>();
        automaton(PhraseAutomaton.onStems(), phrases).find(tokens, (phrase, first, last) -> {
            if (phrase < counting) {
                found.add(line(phrase, first, last));
            }
        });
        return found;
    }

    private static Set<String> walked(List<Phrase> phrases, Tokens tokens) {
        Set<String> found = new TreeSet<>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            for (int first = 0; first < tokens.size(); first++) {
                int last = end(phrases.get(phrase), tokens, first);
                if (last >= 0) {
                    found.add(line(phrase, first, last));
                }
            }
        }
        return found;
    }

    private static String line(int phrase, int first, int last) {
        return "%03d:%03d-%03d".formatted(phrase, first, last);
    }

    private static int end(Phrase phrase, Tokens tokens, int first) {
        int at = takes(phrase.steps().get(0), tokens, first) ? first : -1;
        for (int step = 1; step < phrase.steps().size() && at >= 0; step++) {
            at = next(phrase, step, tokens, at);
        }
        return at;
    }

    private static int next(Phrase phrase, int step, Tokens tokens, int from) {
        for (int i = from + 1;
                i < tokens.size() && i <= from + 1 + phrase.gaps().get(step);
                i++) {
            if (tokens.beginsSentence(i)) {
                return -1;
            }
            if (takes(phrase.steps().get(step), tokens, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean takes(List<String> words, Tokens tokens, int token) {
        return words.stream().anyMatch(word -> Words.hash(word) == tokens.word(token));
    }

    @Provide
    Arbitrary<List<Phrase>> phrases() {
        Arbitrary<List<String>> step = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Integer> gap = Arbitraries.integers().between(0, PhraseAutomaton.WIDEST_GAP);
        return Combinators.combine(
                        step.list().ofMinSize(1).ofMaxSize(4), gap.list().ofSize(4))
                .as((steps, gaps) -> new Phrase(steps, gaps.subList(0, steps.size())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** Some sentences are longer than a window. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.of("яма", "вода", "дом", "двор", "снег", "лес", "шум", "и", "не");
        return Combinators.combine(word, Arbitraries.of(" ", " ", " ", " ", " ", " ", " ", "! "))
                .as((one, mark) -> one + mark)
                .list()
                .ofMaxSize(200)
                .map(words -> String.join("", words));
    }
}
