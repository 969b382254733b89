package org.otklik.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.HandOver;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.id.TopicId;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.Evidence;
import org.otklik.text.Language;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

class RuleClassifierTest {

    private static final String RULES = """
            {"version": "test", "rules": [
              {"id": "water", "topic": "water", "weight": 3, "problem": 2, "phrases": ["нет .. воды", "вода .. ржавая"]},
              {"id": "road", "topic": "road", "weight": 2, "phrases": ["дорога"]},
              {"id": "thanks", "kind": "GRATITUDE", "weight": 4, "phrases": ["спасибо .. дорожникам"]},
              {"id": "ask", "kind": "QUESTION", "weight": 1.6, "phrases": ["когда"]},
              {"id": "broken", "cue": "PROBLEM", "weight": 2, "phrases": ["сломан|разбита"]},
              {"id": "echo", "cue": "ECHO", "weight": 2, "phrases": ["то же самое"]},
              {"id": "sale", "notIncident": "ADVERTISEMENT", "weight": 3, "phrases": ["=продаю"]},
              {"id": "insult", "notIncident": "INSULT_ONLY", "weight": 2, "phrases": ["дурак"]},
              {"id": "official", "notIncident": "OFFICIAL_POST", "weight": 3, "phrases": ["приносим извинения"]},
              {"id": "ask-for", "cue": "REQUEST", "weight": 2, "phrases": ["прошу"]},
              {"id": "end", "handOver": "SUICIDE_RISK", "weight": 2, "phrases": ["не хочу жить"]},
              {"id": "children", "severity": "ELEVATED", "phrases": ["дети|ребёнок"]}
            ]}
            """;
    private static final RuleClassifier CLASSIFIER = RuleClassifier.of(
            Lexicon.parse(List.of(new NamedText("rules.json", RULES))),
            TopicTree.of(List.of(Topic.of("water", "Вода", "Water"), Topic.of("road", "Дороги", "Roads"))));

    @Test
    void a_complaint_is_a_candidate_with_evidence_in_the_text() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("Дети плачут: нет второй день воды!"));

        assertEquals(MessageKind.COMPLAINT, candidate.kind());
        assertEquals(Optional.of(TopicId.of("water")), candidate.topic());
        assertEquals(Severity.ELEVATED, candidate.severity());
        assertEquals(Tone.NEGATIVE, candidate.tone());
        assertEquals(Evidence.of("water", 13, 33), candidate.evidence().get(0));
        assertEquals("test", candidate.rulesVersion());
    }

    @Test
    void thanks_are_an_incident_of_their_own_kind() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("Спасибо нашим дорожникам!"));

        assertEquals(MessageKind.GRATITUDE, candidate.kind());
        assertEquals(Tone.POSITIVE, candidate.tone());
    }

    @Test
    void a_question_on_a_topic_is_a_question() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("Когда будет дорога?"));

        assertEquals(MessageKind.QUESTION, candidate.kind());
    }

    @Test
    void a_post_of_pictures_is_unsure_and_never_noise() {
        Post post = Post.builder(PostId.of("vk", "1"), Instant.EPOCH)
                .media(List.of(MediaRef.photo()))
                .build();

        Unsure unsure = assertInstanceOf(Unsure.class, CLASSIFIER.classify(PostText.of(post)));

        assertEquals(Unsure.Reason.NO_TEXT, unsure.reason());
    }

    @Test
    void an_echo_alone_needs_its_context() {
        Unsure unsure = assertInstanceOf(Unsure.class, classify("у нас то же самое"));

        assertEquals(Unsure.Reason.NEEDS_CONTEXT, unsure.reason());
    }

    @Test
    void an_echo_under_a_complaint_takes_its_topic() {
        Discussion parent = Discussion.under(PostId.of("vk", "1"), "На Мира нет воды");
        Post post = Post.builder(PostId.of("vk", "2"), Instant.EPOCH)
                .text("у нас то же самое")
                .discussion(parent)
                .build();

        Candidate candidate = assertInstanceOf(Candidate.class, CLASSIFIER.classify(PostText.of(post)));

        assertEquals(Optional.of(TopicId.of("water")), candidate.topic());
        assertTrue(candidate.evidence().stream().anyMatch(one -> one.segment() == Segment.PARENT));
    }

    @Test
    void a_request_without_a_topic_goes_to_a_person() {
        Unsure unsure = assertInstanceOf(Unsure.class, classify("Прошу вас, всё тут сломано"));

        assertEquals(Unsure.Reason.NO_TOPIC, unsure.reason());
    }

    @Test
    void a_clear_request_is_an_incident_even_if_its_topic_is_not_known() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("Прошу вас, когда починят? Всё тут сломано"));

        assertEquals(Optional.empty(), candidate.topic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tt Хәерле көн, авылда өч көн су юк",
                "cv Нимӗн те ҫук, шыв ҫук ӑшӑ ҫук",
                "und There is no water at all"
            })
    void another_language_goes_to_a_person_with_its_name(String line) {
        String code = line.substring(0, line.indexOf(' '));

        Unsure unsure = assertInstanceOf(Unsure.class, classify(line.substring(code.length() + 1)));

        assertEquals(Unsure.Reason.FOREIGN_LANGUAGE, unsure.reason());
        assertEquals(Optional.of(code), unsure.language().map(Language::code));
    }

    @Test
    void a_text_that_needs_more_than_an_answer_is_handed_over_whatever_else_it_says() {
        HandOver grave = assertInstanceOf(
                HandOver.class, classify("Прошу, нет воды третий день, я больше не хочу жить. Спасибо дорожникам"));

        assertEquals(HandOver.Reason.SUICIDE_RISK, grave.reason());
        assertEquals("end", grave.evidence().get(0).rule());
    }

    @Test
    void an_advertisement_an_answer_and_a_bare_insult_are_no_incidents() {
        assertEquals(NotAnIncident.Reason.ADVERTISEMENT, reason("Продаю гараж у дороги"));
        assertEquals(NotAnIncident.Reason.OFFICIAL_POST, reason("Воды нет из-за аварии, приносим извинения"));
        assertEquals(NotAnIncident.Reason.INSULT_ONLY, reason("сам дурак"));
    }

    @Test
    void small_talk_is_noise_with_evidence_that_nothing_matched() {
        NotAnIncident noise = assertInstanceOf(NotAnIncident.class, classify("какой красивый закат"));

        assertEquals(NotAnIncident.Reason.NOISE, noise.reason());
        assertEquals("none", noise.evidence().get(0).rule());
    }

    @Property
    void any_text_is_classified_with_evidence_inside_it(@ForAll String text) {
        Post post = Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build();

        Classification classification = CLASSIFIER.classify(PostText.of(post));

        assertFalse(classification.evidence().isEmpty());
        assertTrue(classification.evidence().stream()
                .allMatch(one -> one.end() <= post.text().length()));
    }

    private static NotAnIncident.Reason reason(String text) {
        return assertInstanceOf(NotAnIncident.class, classify(text)).reason();
    }

    private static Classification classify(String text) {
        return CLASSIFIER.classify(PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build()));
    }
}
