package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.otklik.classify.SmallModels.text;
import static org.otklik.classify.SmallModels.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.text.TextScanner;

class TrainedModelTest {

    private static final List<String> LABELS = List.of("вода", "дороги", "прочее");
    private static final TrainedModel MODEL = SmallModels.of(
            LABELS, word("вода", 4, 0, 0), word("яма", 0, 4, 0), word("асфальт", 0, 3, 0), word("двор", -1, 1, 0));

    @Test
    void the_label_whose_words_weigh_most_wins_in_any_form_of_the_word() {
        assertThat(MODEL.label(text("Нет воды второй день"))).isEqualTo("вода");
        assertThat(MODEL.label(text("Ямы на дворе, асфальта нет"))).isEqualTo("дороги");
    }

    @Test
    void guesses_come_by_probability_and_say_which_words_spoke() {
        List<Guess> guesses = MODEL.top(text("Во дворе яма"), 2);

        assertThat(guesses).extracting(Guess::label).containsExactly("дороги", "прочее");
        assertThat(guesses.get(0).probability()).isGreaterThan(guesses.get(1).probability());
        assertThat(guesses.get(0).evidence().get(0).rule()).startsWith("learned.word:+");
        assertThat(guesses.get(0).evidence().get(0).start()).isEqualTo(9);
        assertThat(guesses.get(0).evidence().get(0).end()).isEqualTo(12);
    }

    @Test
    void probabilities_add_up_to_one() {
        double sum = Arrays.stream(MODEL.probabilities(text("вода и яма"))).sum();

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_best_is_chosen_with_frequency_taken_back_and_the_others_are_ranked_with_it() {
        TrainedModel model = SmallModels.builder(TextFeatures.ofWords(), LABELS, word("ель", 0.5, 0, 0))
                .biases(new double[] {0, 1.5, 3})
                .build();

        List<Guess> guesses = model.top(text("ель"), 3);

        assertThat(guesses).extracting(Guess::label).containsExactly("прочее", "вода", "дороги");
        assertThat(guesses.get(1).probability()).isGreaterThan(guesses.get(2).probability());
        assertThat(guesses.stream().mapToDouble(Guess::probability).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_text_without_a_known_word_still_gets_a_label_with_evidence() {
        List<Guess> guesses = MODEL.top(text("🙂"), 5);

        assertThat(guesses).hasSize(3);
        assertThat(guesses.get(0).evidence().get(0).rule()).isEqualTo("learned.frequency");
    }

    @Test
    void among_many_unknown_words_a_known_one_says_less() {
        double alone = MODEL.top(text("яма"), 1).get(0).probability();
        double among = MODEL.top(text("яма раз два три четыре"), 1).get(0).probability();

        assertThat(among).isLessThan(alone);
    }

    @Test
    void a_model_is_the_same_after_it_was_saved_and_loaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("topics.model");

        MODEL.save(file);
        TrainedModel loaded = TrainedModel.load(file, TextFeatures.ofWords());

        assertThat(loaded.version()).isEqualTo(MODEL.version());
        assertThat(loaded.labels()).isEqualTo(LABELS);
        assertThat(loaded.top(text("Во дворе яма"), 3)).isEqualTo(MODEL.top(text("Во дворе яма"), 3));
        assertThat(bytes(loaded)).isEqualTo(bytes(MODEL));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Property
    void a_model_with_any_byte_changed_is_refused(@ForAll @IntRange(min = 0) int at, @ForAll byte change)
            throws IOException {
        byte[] bytes = bytes(MODEL);
        int place = at % bytes.length;
        byte changed = (byte) (bytes[place] ^ (change == 0 ? 1 : change));
        bytes[place] = changed;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageContaining("Train it again");
    }

    @Test
    void a_model_is_refused_wherever_it_was_cut() throws IOException {
        byte[] bytes = bytes(MODEL);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableModelException.class);
        }
    }

    @Property
    void a_hostile_file_whose_checksum_fits_is_refused_or_harmless(
            @ForAll @IntRange(min = 16) int at, @ForAll byte change) throws IOException {
        byte[] bytes = bytes(MODEL);
        int place = 16 + at % (bytes.length - 20);
        bytes[place] ^= change;
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, ModelFormat.checksum(bytes, bytes.length - 4));

        try {
            assertThat(read(bytes).top(text("Во дворе яма"), 3)).isNotEmpty();
        } catch (UnreadableModelException e) {
            assertThat(e).hasMessageContaining("The model in the stream");
        }
    }

    @Test
    void a_model_of_a_later_format_says_so() throws IOException {
        byte[] bytes = bytes(MODEL);
        ByteBuffer.wrap(bytes).putInt(4, 2);

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("has the format 2");
    }

    @Test
    void a_model_trained_with_rules_is_refused_without_them() throws IOException {
        TextFeatures withRules = TextFeatures.ofWords().withRules(Lexicon.parse(List.of()));
        byte[] bytes = bytes(SmallModels.of(withRules, LABELS, word("вода", 1, 0, 0)));

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("TextFeatures.withRules");
    }

    @Test
    void a_model_needs_two_labels_and_weights_within_measure() {
        assertThatThrownBy(() -> SmallModels.of(List.of("одна"))).hasMessageContaining("2 to");
        assertThatThrownBy(() -> SmallModels.of(LABELS, word("вода", 1, Double.NaN, 0)))
                .hasMessageContaining("at most a million");
    }

    @Test
    void nobody_can_ask_for_less_than_one_guess() {
        assertThatThrownBy(() -> MODEL.top(text("яма"), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void any_text_gets_labels(@ForAll String any) {
        List<Guess> guesses = MODEL.top(text(any), 3);

        assertThat(guesses).hasSize(3);
        assertThat(MODEL.label(text(any))).isEqualTo(guesses.get(0).label());
    }

    @Property
    void a_text_among_others_gets_the_guesses_that_it_gets_alone(@ForAll("texts") List<String> texts) {
        TextScanner scanner = new TextScanner();

        for (String one : texts) {
            List<Guess> alone = MODEL.top(text(one), 3);

            List<Guess> among = scanner.read(text(one).post(), scanned -> MODEL.top(scanned, 3));

            assertThat(among).isEqualTo(alone);
        }
    }

    /** Words that the model knows, forms of them, words that share parts with others, and words that it never saw. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("вода", "воды", "яма", "ямами", "асфальтовый", "двор", "дворник", "ель", "щ")
                .list()
                .ofMaxSize(20)
                .map(words -> String.join(" ", words))
                .list()
                .ofMaxSize(5);
    }

    private static byte[] bytes(TrainedModel model) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        model.write(output);
        return output.toByteArray();
    }

    private static TrainedModel read(byte[] bytes) throws IOException {
        return TrainedModel.read(new ByteArrayInputStream(bytes), TextFeatures.ofWords());
    }
}
