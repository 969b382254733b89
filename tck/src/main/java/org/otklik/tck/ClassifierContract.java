package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;

/** What a classifier keeps: a pure answer with evidence for any text, and no photo thrown away unseen. */
public abstract class ClassifierContract {

    private static final long SEED = 63;
    private static final List<String> USUAL_TEXTS = List.of(
            "Яма на дороге у дома 5 по улице Победы, третий месяц не засыпают!",
            "Когда дадут отопление? В квартире 12 градусов",
            "Спасибо дворникам, двор убрали отлично",
            "Продам гараж, недорого, звоните",
            "С праздником, дорогие земляки!",
            "У нас то же самое",
            "Вы там все воры",
            "ЫЫЫЫ!!!!1111",
            "Prodaetsya kvartira https://example.org/?a=b#c @name #тег",
            "Қазақша жазылған хабарлама");

    /** Creates the contract; JUnit does. */
    protected ClassifierContract() {}

    /**
     * Gives the classifier to examine.
     *
     * @return a classifier
     */
    protected abstract Classifier classifier();

    private static PostBuilder post() {
        return Post.builder(Sample.postId(1), Sample.START);
    }

    private static PostText own(String text) {
        return PostText.of(post().text(text).build());
    }

    private static PostText comment(String text) {
        Discussion discussion = Discussion.under(Sample.postId(2), "Не вывозят мусор")
                .withRoot(Sample.postId(3), "Отключили горячую воду")
                .withPage("podslushano");
        return PostText.of(post().text(text).discussion(discussion).build());
    }

    private static List<PostText> texts() {
        List<PostText> texts = new ArrayList<>();
        List<String> words = new ArrayList<>(USUAL_TEXTS);
        words.addAll(PoisonTexts.ALL.values());
        words.addAll(randomTexts());
        for (String text : words) {
            texts.add(own(text));
            texts.add(comment(text));
        }
        return texts;
    }

    private static List<String> randomTexts() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(120), 1, 0x2FFF).forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    final void no_text_makes_it_throw_and_every_decision_has_evidence_and_a_version() {
        Classifier classifier = classifier();

        for (PostText text : texts()) {
            Classification decision = classifier.classify(text);

            assertFalse(decision.evidence().isEmpty());
            assertFalse(decision.rulesVersion().isBlank());
        }
    }

    @Test
    final void every_span_lies_inside_the_text_that_it_names() {
        Classifier classifier = classifier();

        for (PostText text : texts()) {
            for (Evidence evidence : classifier.classify(text).evidence()) {
                assertTrue(
                        evidence.end() <= length(text.post(), evidence),
                        () -> evidence + " lies outside a text of " + length(text.post(), evidence) + " characters");
            }
        }
    }

    private static int length(Post post, Evidence evidence) {
        Discussion discussion = post.discussion();
        return switch (evidence.segment()) {
            case POST -> post.text().length();
            case PARENT -> discussion.parentText().map(String::length).orElse(0);
            case ROOT -> discussion.rootText().map(String::length).orElse(0);
            case PAGE -> 0;
        };
    }

    @Test
    final void the_same_text_gets_the_same_answer_whatever_came_between() {
        Classifier classifier = classifier();
        List<PostText> texts = texts();

        List<Classification> first = texts.stream().map(classifier::classify).toList();
        List<Classification> second = texts.stream().map(classifier::classify).toList();

        assertEquals(first, second);
    }

    @Test
    final void threads_do_not_disturb_each_other() {
        Classifier classifier = classifier();
        List<PostText> texts = texts();
        List<Classification> alone = texts.stream().map(classifier::classify).toList();

        List<List<Classification>> together = Together.run(
                4, thread -> texts.stream().map(classifier::classify).toList());

        together.forEach(answers -> assertEquals(alone, answers));
    }

    @Test
    final void a_post_of_pictures_alone_is_never_put_aside() {
        Classifier classifier = classifier();

        for (String text : List.of("", " ", "👆👆👆", "https://example.org/1.jpg")) {
            Post photo = post().text(text).media(List.of(MediaRef.photo())).build();

            Classification decision = classifier.classify(PostText.of(photo));

            assertFalse(decision instanceof Classification.NotAnIncident, () -> "Put aside: '" + text + "'");
        }
    }
}
