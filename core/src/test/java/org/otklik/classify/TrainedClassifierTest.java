package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.otklik.classify.SmallModels.text;
import static org.otklik.classify.SmallModels.word;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.HandOver;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.id.TopicId;

class TrainedClassifierTest {

    private static final TopicTree TOPICS =
            TopicTree.of(List.of(Topic.of("water", "Вода", "Water"), Topic.of("road", "Дороги", "Roads")));
    private static final RuleClassifier RULES =
            RuleClassifier.of(Lexicon.parse(List.of(new NamedText("rules.json", """
                    {"version": "test", "rules": [
                      {"id": "water", "topic": "water", "weight": 3, "problem": 2, "phrases": ["нет .. воды"]},
                      {"id": "broken", "cue": "PROBLEM", "weight": 4, "phrases": ["сломан|разбита|прорвало"]},
                      {"id": "thanks", "kind": "GRATITUDE", "weight": 4, "phrases": ["спасибо .. дорожникам"]},
                      {"id": "end", "handOver": "SUICIDE_RISK", "weight": 2, "phrases": ["не хочу жить"]},
                      {"id": "sale", "notIncident": "ADVERTISEMENT", "weight": 3, "phrases": ["=продаю"]}]}
                    """))), TOPICS);
    private static final TrainedModel MODEL = SmallModels.of(
            List.of("Вода", "road"), word("труба", 8, 0), word("яма", 0, 8), word("люк", 0, 8), word("нет", 1, 0));
    private static final TrainedClassifier CLASSIFIER = TrainedClassifier.of(RULES, MODEL, TOPICS);

    @Test
    void a_sure_model_decides_the_topic_and_its_words_are_the_first_evidence() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("В люке нет воды"));

        assertThat(candidate.topic()).contains(TopicId.of("road"));
        assertThat(candidate.evidence().get(0).rule()).startsWith("learned.word");
        assertThat(candidate.evidence()).anyMatch(evidence -> evidence.rule().equals("water"));
        assertThat(candidate.rulesVersion()).startsWith("test+small-");
    }

    @Test
    void below_its_threshold_the_model_leaves_the_topic_to_the_rules() {
        TrainedClassifier careful = TrainedClassifier.of(RULES, MODEL, TOPICS, 1);

        Candidate candidate = assertInstanceOf(Candidate.class, careful.classify(text("В люке нет воды")));

        assertThat(candidate.topic()).contains(TopicId.of("water"));
    }

    @Test
    void what_the_rules_hand_over_stays_handed_over() {
        assertInstanceOf(HandOver.class, classify("Кругом ямы и люки, не хочу жить"));
    }

    @Test
    void what_the_rules_dismiss_stays_dismissed() {
        assertInstanceOf(NotAnIncident.class, classify("Продаю люк и яму"));
    }

    @Test
    void trouble_without_a_topic_becomes_a_candidate_when_the_model_is_sure() {
        assertInstanceOf(Unsure.class, RULES.classify(text("Всё прорвало, труба!")));

        Candidate candidate = assertInstanceOf(Candidate.class, classify("Всё прорвало, труба!"));

        assertThat(candidate.topic()).contains(TopicId.of("water"));
    }

    @Test
    void an_unsure_post_gets_the_models_guesses() {
        TrainedClassifier careful = TrainedClassifier.of(RULES, MODEL, TOPICS, 1);

        Unsure unsure = assertInstanceOf(Unsure.class, careful.classify(text("Всё прорвало, труба!")));

        assertThat(unsure.topics()).startsWith(TopicId.of("water"));
    }

    @Test
    void thanks_keep_the_topic_of_the_rules() {
        Candidate candidate = assertInstanceOf(Candidate.class, classify("Спасибо дорожникам за люк"));

        assertThat(candidate.kind()).isEqualTo(MessageKind.GRATITUDE);
        assertThat(candidate.topic()).isEqualTo(Optional.empty());
    }

    @Test
    void labels_that_are_no_topics_are_all_named() {
        TrainedModel foreign = SmallModels.of(List.of("Вода", "Парки", "Лифты"));

        assertThatThrownBy(() -> TrainedClassifier.of(RULES, foreign, TOPICS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Парки, Лифты");
    }

    @Property
    void any_text_is_classified_with_evidence(@ForAll String any) {
        assertThat(classify(any).evidence()).isNotEmpty();
    }

    @Test
    void what_the_rules_hand_over_is_handed_over() {
        Lexicon lexicon = Lexicon.parse(List.of(new NamedText("rules.json", """
                {"rules": [{"id": "appeal", "handOver": "FORMAL_APPEAL", "weight": 3, "phrases": ["59 фз"]}]}""")));
        TrainedClassifier classifier = TrainedClassifier.of(RuleClassifier.of(lexicon, TOPICS), MODEL, TOPICS);

        Classification decided = classifier.classify(text("В люке нет воды, отвечайте по 59-ФЗ"));

        assertInstanceOf(Classification.HandOver.class, decided);
    }

    private static Classification classify(String text) {
        return CLASSIFIER.classify(text(text));
    }
}
