package org.otklik.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

class LexiconTest {

    @Test
    void every_mistake_is_reported_with_its_file_and_line() {
        String text = """
                {"version": "1", "rules": [
                  {"id": "a", "topic": "roads", "phrases": ["яма"]},
                  {"id": "a", "topic": "roads", "phrases": ["яма"]},
                  {"id": "b", "topic": "roads", "kind": "COMPLAINT", "phrases": ["яма"]},
                  {"id": "c", "kind": "NOTHING", "phrases": ["яма"]},
                  {"id": "d", "topic": "roads", "phrases": []},
                  {"id": "e", "topic": "roads", "colour": 1, "phrases": ["яма ..9 дорога", "два-слова"]}
                ]}
                """;
        List<LexiconMistake> mistakes = new ArrayList<>();

        Lexicon lexicon = Lexicon.parse(List.of(new NamedText("roads.json", text)), mistakes::add);

        assertEquals(1, lexicon.size());
        assertEquals(
                List.of(3, 4, 5, 6, 7, 7, 7, 7),
                mistakes.stream().map(LexiconMistake::line).toList());
        assertTrue(mistakes.get(0).toString().startsWith("roads.json:3: "), mistakes.get(0)::toString);
    }

    @Test
    void broken_json_is_a_mistake_with_a_line_and_other_files_are_read() {
        List<LexiconMistake> mistakes = new ArrayList<>();

        Lexicon lexicon = Lexicon.parse(
                List.of(
                        new NamedText("bad.json", "{\n\"rules\": [ {"),
                        new NamedText(
                                "good.json", "{\"rules\":[{\"id\":\"x\",\"tone\":\"HARSH\",\"phrases\":[\"ужас\"]}]}")),
                mistakes::add);

        assertEquals(1, lexicon.size());
        assertEquals("bad.json", mistakes.get(0).file());
    }

    @Test
    void a_lexicon_that_must_be_right_throws_all_mistakes() {
        NamedText wrong = new NamedText("x.json", "{\"rules\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Lexicon.parse(List.of(wrong)));

        assertTrue(thrown.getMessage().contains("'a'") && thrown.getMessage().contains("'b'"));
    }

    @Test
    void a_rule_of_an_unknown_topic_is_refused() {
        Lexicon lexicon = Lexicon.parse(List.of(
                new NamedText("x.json", "{\"rules\":[{\"id\":\"a\",\"topic\":\"moon\",\"phrases\":[\"луна\"]}]}")));

        assertThrows(IllegalArgumentException.class, () -> RuleClassifier.of(lexicon, TopicTree.of(List.of())));
    }

    @Test
    void parts_parted_by_a_tilde_may_stand_in_any_order() {
        Lexicon lexicon = lexicon("\"phrases\": [\"яма ~2 дорога|@покрытие\"]");

        assertEquals(1, lexicon.phrasesIn(PostText.tokens("яма на дороге")).size());
        assertEquals(
                1,
                lexicon.phrasesIn(PostText.tokens("на асфальте глубокие ямы")).size());
        assertEquals(
                0,
                lexicon.phrasesIn(PostText.tokens("яма у дома за этой дорогой")).size());
    }

    @Test
    void a_match_is_void_in_a_sentence_with_what_must_not_stand_there() {
        Lexicon lexicon = lexicon("\"phrases\": [\"яма\"], \"unless\": [\"оркестровая|воздушная\"]");

        assertTrue(counts(lexicon, "Яма у дома! Оркестровая музыка"));
        assertFalse(counts(lexicon, "Оркестровая у нас яма"));
        assertFalse(counts(lexicon, "Яма тут оркестровая"));
    }

    @Test
    void a_match_may_need_another_phrase_in_the_text() {
        Lexicon lexicon = lexicon("\"phrases\": [\"яма\"], \"with\": [\"дорога|двор\"]");

        assertTrue(counts(lexicon, "Во дворе разрыли. Теперь яма"));
        assertFalse(counts(lexicon, "Яма и яма"));
    }

    @Test
    void a_phrase_can_be_left_out_to_see_what_it_is_worth() {
        Lexicon lexicon = lexicon("\"phrases\": [\"яма\", \"выбоина\"]");
        PhraseRef pit = lexicon.phrases().get(0);

        Lexicon without = lexicon.without(pit);

        assertEquals("яма", pit.phrase());
        assertTrue(counts(lexicon, "яма"));
        assertFalse(counts(without, "яма"));
        assertTrue(counts(without, "выбоина"));
    }

    @Test
    void every_example_that_fails_and_every_phrase_that_no_example_needs_is_a_mistake() {
        Lexicon lexicon = lexicon("\"phrases\": [\"яма\", \"выбоина\"], \"match\": [\"яма\", \"колодец\"],"
                + " \"miss\": [\"выбоины кругом\"]");
        List<String> mistakes = new ArrayList<>();

        lexicon.tryExamples(mistake -> mistakes.add(mistake.toString()));

        assertEquals(4, mistakes.size(), mistakes::toString);
        assertTrue(mistakes.stream().allMatch(one -> one.startsWith("x.json:2: Rule 'pit'")), mistakes::toString);
        assertTrue(mistakes.get(0).contains("needs 2 examples"), mistakes::toString);
        assertTrue(mistakes.get(1).contains("does not count in its example 'колодец'"), mistakes::toString);
        assertTrue(mistakes.get(2).contains("counts in 'выбоины кругом'"), mistakes::toString);
        assertTrue(mistakes.get(3).contains("loses no example without 'выбоина'"), mistakes::toString);
    }

    @Test
    void a_set_of_words_that_no_file_names_is_a_mistake() {
        List<LexiconMistake> mistakes = new ArrayList<>();

        Lexicon.parse(
                List.of(new NamedText(
                        "x.json", "{\"rules\":[{\"id\":\"a\",\"cue\":\"PLACE\",\"phrases\":[\"@нет\"]}]}")),
                mistakes::add);

        assertTrue(mistakes.get(0).message().contains("'@нет'"), mistakes::toString);
    }

    @Test
    void a_phrase_that_may_span_too_many_words_is_a_mistake() {
        List<LexiconMistake> mistakes = new ArrayList<>();
        String phrase = "яма" + " ..8 яма".repeat(8);

        Lexicon.parse(
                List.of(new NamedText(
                        "x.json",
                        "{\"rules\": [{\"id\": \"pit\", \"cue\": \"PROBLEM\", \"phrases\": [\"" + phrase + "\"]}]}")),
                mistakes::add);

        assertTrue(mistakes.get(0).message().contains("may span more than 64 words"), mistakes::toString);
    }

    private static Lexicon lexicon(String rest) {
        return Lexicon.parse(List.of(new NamedText(
                "x.json",
                "{\"words\": {\"покрытие\": \"асфальт|бетон\"}, \"rules\": [\n"
                        + "{\"id\": \"pit\", \"topic\": \"roads\", " + rest + "}]}")));
    }

    private static boolean counts(Lexicon lexicon, String text) {
        Signals signals = new Signals(lexicon, Segment.POST);
        signals.read(PostText.tokens(text));
        return signals.topicWeight() > 0;
    }
}
