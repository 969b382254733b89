package org.otklik.adapters.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {

    private final WireJson answers = WireJson.ofAnswers();
    private final WireJson requests = WireJson.ofRequests();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html>canary</html>",
                "{\"a\":\"canary\"",
                "{\"a\":1} canary",
                "{\"a\":1}{}",
                "{'a':1}",
                "{\"a\":NaN}",
                "// canary\n{}",
                "\u0000"
            })
    void what_is_no_json_is_refused_without_being_quoted(String text) {
        UnreadableJson refusal = assertThrows(UnreadableJson.class, () -> answers.read(bytes(text)));

        assertFalse(refusal.toString().contains("canary"), refusal::toString);
        assertNull(refusal.getCause());
    }

    @Test
    void numbers_are_exact() {
        JsonNode node = answers.read(bytes("{\"id\":9069780796616521905,\"x\":0.1}"));

        assertEquals(9069780796616521905L, node.get("id").longValue());
        assertEquals("0.1", node.get("x").decimalValue().toString());
    }

    @Test
    void depth_has_an_end() {
        answers.read(bytes("[".repeat(64) + "]".repeat(64)));

        for (int levels : new int[] {65, 100_000, 3_000_000}) {
            assertThrows(UnreadableJson.class, () -> answers.read(bytes("[".repeat(levels))));
            assertThrows(UnreadableJson.class, () -> answers.read(bytes("{\"a\":".repeat(levels))));
        }
    }

    @Test
    void lengths_have_an_end() {
        assertThrows(UnreadableJson.class, () -> answers.read(bytes("\"" + "x".repeat(200_001) + "\"")));
        assertThrows(UnreadableJson.class, () -> answers.read(bytes("1".repeat(101))));
        assertEquals(
                200_000,
                answers.read(bytes("\"" + "x".repeat(200_000) + "\""))
                        .textValue()
                        .length());
    }

    @Test
    void a_few_bytes_do_not_become_a_heap_of_nodes() {
        byte[] wide = bytes("[" + "{},".repeat(1_333_333) + "{}]");

        long before = allocated();
        assertThrows(UnreadableJson.class, () -> answers.read(wide));

        assertEquals(0, (allocated() - before) >> 23, "eight megabytes and more for " + wide.length + " bytes");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void a_large_answer_of_usual_shape_is_read() {
        String post = "{\"id\":1,\"text\":\"" + "т".repeat(1000) + "\",\"likes\":{\"count\":3}},";

        JsonNode posts = answers.read(bytes("[" + post.repeat(1500) + "{}]"));

        assertEquals(1501, posts.size());
    }

    @Test
    void a_name_that_stands_twice_is_refused_from_strangers_only() {
        byte[] twice = bytes("{\"secret\":\"a\",\"secret\":\"b\"}");

        assertThrows(UnreadableJson.class, () -> requests.read(twice));
        assertEquals("b", answers.read(twice).get("secret").textValue());
    }

    @Test
    void what_is_written_is_utf_8() {
        assertArrayEquals(bytes("{\"text\":\"да\"}"), answers.write(Map.of("text", "да")));
    }

    @Test
    void what_cannot_be_written_is_refused_without_being_quoted() {
        Object canary = new Object() {
            @Override
            public String toString() {
                return "canary";
            }
        };

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> answers.write(Map.of("text", canary)));

        assertFalse(refusal.toString().contains("canary"), refusal::toString);
        assertNull(refusal.getCause());
    }
}
