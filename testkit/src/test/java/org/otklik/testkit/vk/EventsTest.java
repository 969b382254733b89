package org.otklik.testkit.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest extends VkTest {

    private List<JsonNode> callbacks() {
        List<JsonNode> bodies = new ArrayList<>();
        for (Optional<byte[]> next = vk.nextCallback(samara); next.isPresent(); next = vk.nextCallback(samara)) {
            bodies.add(client.read(new String(next.get(), StandardCharsets.UTF_8)));
        }
        return bodies;
    }

    private JsonNode server() {
        client.call("groups.setLongPollSettings", token, "group_id", samara, "enabled", 1, "wall_reply_new", 1);
        return client.call("groups.getLongPollServer", token, "group_id", samara)
                .path("response");
    }

    private JsonNode check(JsonNode server, String ts) {
        return client.get(server.path("server").asText() + "?act=a_check&wait=25&key="
                + server.path("key").asText() + "&ts=" + ts);
    }

    @Test
    void callbacks_have_the_names_that_were_recorded() {
        String post = post("Яма");
        String comment = vk.comment(post, ANNA, "Большая");
        vk.edit(comment, "Очень большая");
        vk.delete(comment);
        vk.restore(comment);

        List<JsonNode> bodies = callbacks();

        assertEquals(
                List.of(
                        "wall_post_new",
                        "wall_reply_new",
                        "wall_reply_edit",
                        "wall_reply_delete",
                        "wall_reply_restore"),
                bodies.stream().map(body -> body.path("type").asText()).toList());
        assertEquals(-samara, bodies.get(1).at("/object/post_owner_id").asLong());
        assertFalse(bodies.get(1).path("object").has("owner_id"));
        assertEquals(ANNA, bodies.get(3).at("/object/deleter_id").asLong());
        assertEquals(samara, bodies.get(0).path("group_id").asLong());
        assertEquals(vk.callbackSecret(samara), bodies.get(0).path("secret").asText());
        assertEquals(
                5,
                bodies.stream()
                        .map(body -> body.path("event_id").asText())
                        .distinct()
                        .count());
    }

    @Test
    void our_own_replies_are_events_as_well() {
        String post = post("Яма");
        reply(post, "Заделаем");

        JsonNode echo = callbacks().get(1);

        assertEquals(-samara, echo.at("/object/from_id").asLong());
    }

    @Test
    void a_community_asks_for_its_code() {
        JsonNode answer = client.call("groups.getCallbackConfirmationCode", token, "group_id", samara);

        assertEquals(vk.confirmationCode(samara), answer.at("/response/code").asText());
        assertTrue(new String(vk.confirmation(samara), StandardCharsets.UTF_8).contains("\"confirmation\""));
    }

    @Test
    void long_poll_must_be_enabled_first() {
        assertEquals(100, error(client.call("groups.getLongPollServer", token, "group_id", samara)));
    }

    @Test
    void long_poll_brings_the_chosen_kinds_of_events() {
        JsonNode server = server();
        String post = post("Яма");
        vk.comment(post, ANNA, "Большая");

        JsonNode first = check(server, server.path("ts").asText());
        JsonNode second = check(server, first.path("ts").asText());

        assertEquals(1, first.path("updates").size());
        assertEquals("wall_reply_new", first.at("/updates/0/type").asText());
        assertEquals(0, second.path("updates").size());
    }

    @Test
    void long_poll_says_what_failed() {
        JsonNode server = server();
        vk.comment(post("Яма"), ANNA, "Большая");

        vk.quirks().forgetHistory(samara);
        assertEquals(1, check(server, "0").path("failed").asInt());
        assertEquals(3, check(server, "99").path("failed").asInt());
        assertEquals(4, check(server, "0&version=9").path("failed").asInt());
        vk.quirks().expireLongPollKey(samara);
        assertEquals(2, check(server, "2").path("failed").asInt());
    }
}
