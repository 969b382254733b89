package org.otklik.testkit.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.otklik.testkit.SettableClock;

/** A network with one community and a client. */
abstract class VkTest {

    static final long ANNA = 101;

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
    final VkFake vk = VkFake.open(clock).withLimits(VkLimits.none());
    final Client client = new Client(vk);
    final String service = vk.serviceToken();

    long samara;
    String token = "";

    @BeforeEach
    void found() {
        samara = vk.community("samara");
        token = vk.groupToken(samara);
    }

    @AfterEach
    void close() {
        vk.close();
    }

    static int error(JsonNode answer) {
        return answer.path("error").path("error_code").asInt();
    }

    static List<String> texts(JsonNode answer) {
        return StreamSupport.stream(answer.at("/response/items").spliterator(), false)
                .map(item -> item.path("text").asText())
                .toList();
    }

    static int number(String nativeId) {
        return Integer.parseInt(nativeId.substring(nativeId.lastIndexOf('_') + 1));
    }

    String post(String text) {
        return vk.post(-samara, ANNA, text);
    }

    JsonNode reply(String post, String text, Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {"owner_id", -samara, "post_id", post.split("_", -1)[1], "message", text}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return client.call("wall.createComment", token, all);
    }

    JsonNode comments(String post, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"owner_id", -samara, "post_id", post.split("_", -1)[1]}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return client.call("wall.getComments", service, all);
    }
}
