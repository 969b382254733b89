package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.otklik.classify.Lexicon;
import org.otklik.classify.NamedText;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;

class ClassifierTrainerTest {

    private static final ClassifierTrainer TRAINER = ClassifierTrainer.of(TextFeatures.ofWords());
    private static final Training LEARNED = TRAINER.train(InventedHistory.history(300, 1));

    @Test
    void texts_that_training_never_saw_get_the_right_label() {
        List<LabelledPost> fresh = InventedHistory.posts(100, 2);

        long right = fresh.stream()
                .filter(post ->
                        LEARNED.model().label(Material.scanned(post.text())).equals(post.label()))
                .count();

        assertThat(right).isGreaterThan(95);
        assertThat(LEARNED.evaluation().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void a_word_that_training_never_saw_is_known_by_its_parts() {
        assertThat(LEARNED.model().label(Material.scanned("водоколонка, трубопровод")))
                .isEqualTo("Водоснабжение");
        assertThat(LEARNED.model().label(Material.scanned("мусоровоз"))).isEqualTo("Мусор");
    }

    @Test
    void the_model_scores_a_known_form_as_it_scores_its_stem_and_parts() {
        TrainedModel model = LEARNED.model();

        double[] known = model.probabilities(Material.scanned("асфальт"));
        double[] hidden = model.probabilities(Material.scanned("асфа\u00ADльт"));

        assertThat(known).containsExactly(hidden);
    }

    @Test
    void the_same_seed_gives_the_same_model_byte_for_byte() throws IOException {
        byte[] again = bytes(TRAINER.train(InventedHistory.history(300, 1)).model());

        assertThat(again).isEqualTo(bytes(LEARNED.model()));
    }

    @Test
    void another_history_gives_another_version() {
        Training other = TRAINER.train(InventedHistory.history(299, 1));

        assertThat(other.model().version()).isNotEqualTo(LEARNED.model().version());
        assertThat(other.model().version()).startsWith("trained-");
    }

    @Test
    void a_model_answers_the_same_after_it_was_written_and_read() throws IOException {
        TrainedModel read = TrainedModel.read(new ByteArrayInputStream(bytes(LEARNED.model())), TextFeatures.ofWords());

        for (LabelledPost post : InventedHistory.posts(50, 3)) {
            assertThat(read.top(Material.scanned(post.text()), 3))
                    .isEqualTo(LEARNED.model().top(Material.scanned(post.text()), 3));
        }
    }

    @Test
    void copies_are_left_out_and_counted() {
        List<LabelledPost> twice = new ArrayList<>(InventedHistory.posts(100, 4));
        twice.add(new LabelledPost(twice.get(0).text().toUpperCase(Locale.ROOT) + "!!!", "Мусор"));
        twice.add(new LabelledPost("🙂", "Мусор"));

        Training training = TRAINER.train(History.of(twice.stream()));

        assertThat(training.rows()).isEqualTo(100);
        assertThat(training.duplicates()).isEqualTo(2);
    }

    @Test
    void the_title_of_a_label_teaches_where_history_is_short() {
        Stream<LabelledPost> posts = Stream.concat(
                InventedHistory.posts(60, 5).stream(), Stream.of(new LabelledPost("помогите пожалуйста", "lift")));

        Training training = TRAINER.titles(label -> label.equals("lift") ? "Лифты и подъёмники" : label)
                .train(History.of(posts));

        assertThat(training.model().label(Material.scanned("Лифты"))).isEqualTo("lift");
    }

    @Test
    void rules_speak_where_words_are_new() {
        Lexicon lexicon = Lexicon.parse(List.of(new NamedText("r.json", """
                {"version": "1", "rules": [
                  {"id": "water", "topic": "water", "phrases": ["вода|труба|кран|колонка|напор|родник"]},
                  {"id": "road", "topic": "roads", "phrases": ["яма|асфальт|дорога|выбоина|разметка"]}]}
                """)));
        TextFeatures features = TextFeatures.ofWords().withRules(lexicon);

        TrainedModel model = ClassifierTrainer.of(features)
                .train(InventedHistory.history(200, 6))
                .model();

        assertThat(model.label(Material.scanned("родник"))).isEqualTo("Водоснабжение");
    }

    @Test
    void progress_is_told_for_each_fold_and_the_model() {
        List<String> heard = new ArrayList<>();

        TRAINER.folds(3)
                .progress((step, done, of) -> heard.add(step + " " + done + "/" + of))
                .train(InventedHistory.history(60, 7));

        assertThat(heard).containsExactly("fold 1/3", "fold 2/3", "fold 3/3", "model 1/1");
    }

    @Test
    void too_little_history_is_refused_with_what_is_needed() {
        assertThatThrownBy(() -> TRAINER.train(InventedHistory.history(5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 10 texts of 2 labels");
        assertThatThrownBy(() -> TRAINER.train(History.of(
                        InventedHistory.posts(50, 1).stream().map(post -> new LabelledPost(post.text(), "одно")))))
                .hasMessageContaining("1 labels");
        assertThatThrownBy(() -> TRAINER.folds(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 20)
    void any_texts_can_be_learned_from(@ForAll @Size(min = 30, max = 40) List<String> texts) {
        List<LabelledPost> posts = new ArrayList<>(InventedHistory.posts(12, 8));
        for (int i = 0; i < texts.size(); i++) {
            posts.add(new LabelledPost(texts.get(i), i % 3 == 0 ? "a" : "b"));
        }

        Training training = TRAINER.folds(2).train(History.of(posts.stream()));

        double[] probabilities = training.model().probabilities(Material.scanned(texts.get(0)));
        assertThat(Arrays.stream(probabilities).allMatch(Double::isFinite)).isTrue();
    }

    private static byte[] bytes(TrainedModel model) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        model.write(output);
        return output.toByteArray();
    }
}
