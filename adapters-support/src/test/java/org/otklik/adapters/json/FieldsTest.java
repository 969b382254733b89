package org.otklik.adapters.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static JsonNode json(String text) {
        return WireJson.ofAnswers().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_first_field_that_is_there_counts() {
        JsonNode node = json("{'old':null,'new':'x','id':7,'object':{}}");

        assertEquals(Optional.of("x"), Fields.text(node, "missing", "old", "new", "id"));
        assertEquals(Optional.of("7"), Fields.text(node, "object", "id"));
        assertEquals(Optional.empty(), Fields.text(node, "missing", "object"));
    }

    @Test
    void whole_numbers_are_exact_also_as_text() {
        JsonNode node =
                json("{'n':9069780796616521905,'t':'98211023614189660','f':1.5,'e':1e400,'big':99999999999999999999,"
                        + "'word':'x'}");

        assertEquals(OptionalLong.of(9069780796616521905L), Fields.number(node, "n"));
        assertEquals(OptionalLong.of(98211023614189660L), Fields.number(node, "word", "t"));
        assertEquals(OptionalLong.empty(), Fields.number(node, "f", "e", "big", "word", "missing"));
    }

    @Test
    void a_flag_may_be_a_number() {
        JsonNode node =
                json("{'yes':1,'no':0,'true':true,'huge':99999999999999999999,'monster':1e999999999,'word':'1'}");

        assertEquals(Optional.of(true), Fields.flag(node, "yes"));
        assertEquals(Optional.of(false), Fields.flag(node, "no"));
        assertEquals(Optional.of(true), Fields.flag(node, "true"));
        assertEquals(Optional.of(true), Fields.flag(node, "huge"));
        assertEquals(Optional.empty(), Fields.flag(node, "monster"));
        assertEquals(Optional.empty(), Fields.flag(node, "word"));
    }

    @Test
    void instants_that_cannot_be_are_absent() {
        JsonNode node = json("{'s':1777024800,'ms':1777024800123,'never':9223372036854775807}");

        assertEquals(Optional.of(Instant.parse("2026-04-24T10:00:00Z")), Fields.seconds(node, "s"));
        assertEquals(Optional.of(Instant.parse("2026-04-24T10:00:00.123Z")), Fields.millis(node, "ms"));
        assertEquals(Optional.empty(), Fields.seconds(node, "never"));
        assertEquals(Optional.empty(), Fields.seconds(node, "missing"));
        assertTrue(Fields.millis(node, "never").isPresent());
    }

    @Test
    void items_of_what_is_no_array_are_none() {
        JsonNode node = json("{'items':[1,2],'object':{'a':1}}");

        assertEquals(
                List.of(1, 2),
                Fields.items(node, "missing", "object", "items")
                        .map(JsonNode::intValue)
                        .toList());
        assertEquals(0, Fields.items(node, "object").count());
        assertEquals(0, Fields.items(json("[]"), "items").count());
    }
}
