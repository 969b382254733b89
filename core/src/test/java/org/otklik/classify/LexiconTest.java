package org.otklik.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
