package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.classify.SmallModels.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.otklik.id.PlaceId;
import org.otklik.place.Location;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.place.Scale;
import org.otklik.text.Evidence;
import org.otklik.text.Words;

class TextFeaturesTest {

    @Test
    void forms_of_one_word_share_the_stem_but_not_the_form() {
        Keys singular = read(TextFeatures.ofWords(), "яма");
        Keys plural = read(TextFeatures.ofWords(), "ямы");

        assertThat(plural.stems).isEqualTo(singular.stems);
        assertThat(plural.forms).isNotEqualTo(singular.forms);
    }

    @Test
    void a_pair_counts_in_its_order() {
        assertThat(read(TextFeatures.ofWords(), "нет воды").pairs)
                .isNotEqualTo(read(TextFeatures.ofWords(), "воды нет").pairs)
                .hasSize(1);
    }

    @Test
    void a_rule_its_topic_and_the_root_of_the_topic_are_signs_and_each_counts_once() {
        Lexicon lexicon = Lexicon.parse(List.of(new NamedText("r.json", """
                {"version": "1", "rules": [
                  {"id": "pit", "topic": "roads.potholes", "phrases": ["яма", "выбоина"]},
                  {"id": "bad", "cue": "PROBLEM", "phrases": ["плохо"]}]}
                """)));

        Keys keys = read(TextFeatures.ofWords().withRules(lexicon), "Яма, выбоина и яма, плохо");

        assertThat(keys.signs).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void the_place_of_a_text_is_a_sign_of_the_whole() {
        TextFeatures features = TextFeatures.ofWords().withPlaces(text -> borok());

        Keys keys = read(features, "В Борке яма");

        assertThat(keys.signs).hasSize(1);
        assertThat(keys.signToken).isEqualTo(TextFeatures.WHOLE);
    }

    @Test
    void the_parts_of_a_word_are_its_rows_of_three_to_five_letters_with_its_edges() {
        long[] parts = new long[TextFeatures.MOST_PARTS];

        // _яма_: three of three letters, two of four, one of five
        assertThat(TextFeatures.parts("яма".toCharArray(), 3, parts)).isEqualTo(6);
        assertThat(Arrays.stream(parts, 0, 6).distinct().count()).isEqualTo(6);
        assertThat(TextFeatures.parts("я".toCharArray(), 1, parts)).isEqualTo(1);
    }

    @Property
    void parts_of_the_longest_words_have_room(@ForAll String any) {
        char[] letters = new char[Words.LONGEST];
        int length = Words.fold(any, 0, any.length(), letters);

        int count = TextFeatures.parts(letters, length, new long[TextFeatures.MOST_PARTS]);

        assertThat(count).isLessThanOrEqualTo(TextFeatures.MOST_PARTS);
    }

    private static Location borok() {
        PlaceCandidate borok = new PlaceCandidate(
                PlaceId.of("borok"), 1, Set.of(PlaceReason.NAMED), List.of(Evidence.of("place", 2, 7)));
        return new Location(List.of(borok), Optional.empty(), Scale.MUNICIPAL, List.of());
    }

    private static Keys read(TextFeatures features, String text) {
        Keys keys = new Keys();
        features.read(text(text), keys);
        return keys;
    }

    private static final class Keys implements TextFeatures.Sink {

        private final List<Long> forms = new ArrayList<>();
        private final List<Long> stems = new ArrayList<>();
        private final List<Long> pairs = new ArrayList<>();
        private final List<Long> signs = new ArrayList<>();
        private int signToken;

        @Override
        public void word(int token, long form, long stem) {
            forms.add(form);
            stems.add(stem);
        }

        @Override
        public void pair(int token, long key) {
            pairs.add(key);
        }

        @Override
        public void sign(long key, int firstToken, int lastToken) {
            signs.add(key);
            signToken = firstToken;
        }
    }
}
