package org.otklik.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

class RulePropertiesTest {

    private static final TopicTree TOPICS =
            TopicTree.of(List.of(Topic.of("water", "Вода", "Water"), Topic.of("road", "Дороги", "Roads")));
    private static final String RULES = """
            {"id": "water", "topic": "water", "weight": 2, "problem": 2, "phrases": ["нет .. воды", "кран ~ течёт"]},
            {"id": "road", "topic": "road", "weight": 2, "unless": ["зубная"], "phrases": ["яма|выбоина", "дорога разбита"]},
            {"id": "broken", "cue": "PROBLEM", "weight": 2, "negatable": true, "phrases": ["сломан|разбита|прорвало"]},
            {"id": "letter", "cue": "LETTER", "weight": 1, "with": ["прошу"], "phrases": ["здравствуйте"]},
            {"id": "house", "cue": "PLACE", "weight": 1, "phrases": ["дом #"]},
            {"id": "sale", "notIncident": "ADVERTISEMENT", "weight": 3, "phrases": ["=продаю"]}""";
    private static final String IRRELEVANT = """
            , {"id": "x", "topic": "road", "weight": 9, "phrases": ["крокодил|кактус", "нет .. кактуса", "дом ~6 кактус"]}""";
    private static final Classifier CLASSIFIER = classifier(RULES);
    private static final Classifier WITH_ONE_MORE = classifier(RULES + IRRELEVANT);

    @Property
    void a_rule_that_matches_nowhere_changes_no_decision(@ForAll("texts") String text) {
        assertEquals(CLASSIFIER.classify(scanned(text, "")), WITH_ONE_MORE.classify(scanned(text, "")));
    }

    @Property
    void evidence_lies_within_its_text(@ForAll("texts") String text, @ForAll("texts") String parent) {
        Classification decided = CLASSIFIER.classify(scanned(text, parent));

        for (Evidence evidence : decided.evidence()) {
            int length = evidence.segment() == Segment.POST ? text.length() : parent.length();
            assertTrue(evidence.end() <= length, () -> evidence + " in a text of " + length);
        }
    }

    @Test
    void the_same_post_gets_the_same_answer_on_any_thread_and_after_any_other() {
        List<String> texts = texts().list().ofSize(500).sample();
        List<Classification> expected = texts.stream()
                .map(text -> classifier(RULES).classify(scanned(text, "Нет воды")))
                .toList();

        List<Classification> decided = IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(i -> CLASSIFIER.classify(scanned(texts.get(i % texts.size()), "Нет воды")))
                .toList();

        for (int i = 0; i < decided.size(); i++) {
            assertEquals(expected.get(i % texts.size()), decided.get(i));
        }
    }

    @Test
    void a_decision_stays_as_it_was_when_other_posts_follow() {
        Classification first = CLASSIFIER.classify(scanned("Здравствуйте, прошу: яма у дома 5, нет воды", ""));
        String shown = first.toString();

        CLASSIFIER.classify(scanned("Продаю кран, дорога разбита", ""));

        assertEquals(shown, first.toString());
    }

    @Test
    void a_text_without_end_of_sentence_is_read_in_time_that_grows_with_its_length() {
        String endless = "нет яма дом 5 прошу здравствуйте кран воды ".repeat(20_000);

        assertTimeout(Duration.ofSeconds(20), () -> CLASSIFIER.classify(scanned(endless, endless)));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> likely = Arbitraries.of(
                        "нет",
                        "воды",
                        "яма",
                        "дорога",
                        "разбита",
                        "не",
                        "дом",
                        "12",
                        "прошу",
                        "здравствуйте",
                        "продаю",
                        "кран",
                        "течёт",
                        "зубная",
                        "!",
                        ".",
                        ",",
                        "?",
                        "\n",
                        "#",
                        "[id1|",
                        "й",
                        "\u200B")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join(" ", words));
        return Arbitraries.oneOf(likely, Arbitraries.strings().ofMaxLength(200));
    }

    private static Classifier classifier(String rules) {
        NamedText file = new NamedText("rules.json", "{\"version\": \"test\", \"rules\": [" + rules + "]}");
        return RuleClassifier.of(Lexicon.parse(List.of(file)), TOPICS);
    }

    private static PostText scanned(String text, String parent) {
        return PostText.of(Post.builder(PostId.of("vk", "2"), Instant.EPOCH)
                .text(text)
                .discussion(Discussion.under(PostId.of("vk", "1"), parent))
                .build());
    }
}
