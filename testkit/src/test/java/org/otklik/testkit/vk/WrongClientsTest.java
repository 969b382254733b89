package org.otklik.testkit.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.Fault;

class WrongClientsTest extends VkTest {

    private JsonNode wall(String withToken) {
        return client.call("wall.get", withToken, "owner_id", -samara);
    }

    @Test
    void a_call_without_a_version_or_with_an_unknown_method_is_an_error() {
        assertEquals(8, error(client.bare("wall.get", "owner_id", -samara, "access_token", service)));
        assertEquals(3, error(client.call("wall.shout", service)));
    }

    @Test
    void a_token_that_is_missing_invented_or_revoked_is_an_error() {
        assertEquals(5, error(client.bare("wall.get", "owner_id", -samara, "v", "5.199")));
        assertEquals(5, error(wall("invented")));
        vk.revoke(service);
        assertEquals(5, error(wall(service)));
    }

    @Test
    void each_method_takes_its_kinds_of_token_only() {
        String post = post("Яма");

        assertEquals(27, error(wall(token)));
        assertEquals(28, error(client.call("wall.getComment", service, "owner_id", -samara, "comment_id", 1)));
        assertEquals(
                28,
                error(client.call(
                        "wall.createComment", service, "owner_id", -samara, "post_id", number(post), "message", "Да")));
        assertEquals(15, error(client.call("streaming.getServerUrl", vk.userToken(7))));
        assertEquals(28, error(client.call("groups.getLongPollServer", service, "group_id", samara)));
    }

    @Test
    void a_community_does_not_speak_for_another() {
        long other = vk.community("other");

        assertEquals(15, error(reply(post("Яма"), "Да", "from_group", other)));
        assertEquals(15, error(client.call("groups.getCallbackConfirmationCode", token, "group_id", other)));
    }

    @ParameterizedTest
    @CsvSource({
        "wall.getComments, owner_id, 1",
        "wall.getById, extended, 1",
        "wall.get, count, 20",
        "newsfeed.search, count, 201",
        "newsfeed.search, extended, true",
        "newsfeed.search, count, many",
        "newsfeed.search, start_from, anywhere",
        "wall.search, query, яма"
    })
    void a_missing_or_wrong_parameter_is_an_error(String method, String name, String value) {
        assertEquals(100, error(client.call(method, service, name, value)));
    }

    @Test
    void an_empty_or_endless_answer_is_an_error() {
        String post = post("Яма");

        assertEquals(100, error(reply(post, " ")));
        assertEquals(100, error(reply(post, "д".repeat(4_097))));
    }

    @Test
    void too_many_calls_a_second_are_an_error_until_the_next_second() {
        vk.withLimits(VkLimits.official());
        for (int i = 0; i < 3; i++) {
            assertEquals(0, error(wall(service)));
        }
        assertEquals(6, error(wall(service)));

        clock.advance(Duration.ofSeconds(1));

        assertEquals(0, error(wall(service)));
    }

    @Test
    void too_many_calls_a_day_are_an_error_until_midnight_in_moscow() {
        vk.withLimits(new VkLimits(100, 100, Map.of("wall.get", 1), 100));
        wall(service);
        assertEquals(29, error(wall(service)));

        clock.advance(Duration.ofHours(12));

        assertEquals(0, error(wall(service)));
    }

    @Test
    void too_many_comments_are_a_flood() {
        vk.withLimits(new VkLimits(100, 100, Map.of(), 1));
        String post = post("Яма");
        reply(post, "Раз");

        assertEquals(9, error(reply(post, "Два")));
    }

    @Test
    void a_captcha_is_demanded_until_a_person_solved_it() {
        String post = post("Яма");
        String solution = vk.quirks().captcha("wall.createComment");

        JsonNode demand = reply(post, "Да");

        assertEquals(14, error(demand));
        assertTrue(demand.at("/error/redirect_uri").asText().startsWith("https://id.vk.com/"));
        assertEquals(0, error(reply(post, "Да", "success_token", solution)));
        assertEquals(0, error(reply(post, "Ещё")));
    }

    @Test
    void methods_fail_as_they_are_told() {
        vk.failNext("wall.get", 10);
        assertEquals(10, error(wall(service)));
        assertEquals(0, error(wall(service)));

        vk.failAlways("wall.get", 29);
        assertEquals(29, error(wall(service)));
        vk.heal();
        assertEquals(0, error(wall(service)));
        assertEquals(4, vk.callsOf("wall.get"));
    }

    @Test
    void faults_of_publishing_meet_the_next_answer_only() {
        String post = post("Яма");
        vk.breakNext(Fault.RATE_LIMIT);
        vk.breakNext(Fault.TOKEN_DEAD);
        vk.breakNext(Fault.TIMEOUT_BEFORE_APPLYING);
        vk.breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        vk.breakNext(Fault.TARGET_DELETED);
        assertEquals(0, error(wall(service)));

        assertEquals(6, error(reply(post, "Раз")));
        assertEquals(5, error(reply(post, "Два")));
        assertThrows(UncheckedIOException.class, () -> reply(post, "Три"));
        assertThrows(UncheckedIOException.class, () -> reply(post, "Четыре"));
        assertEquals(104, error(reply(post, "Пять")));

        vk.restore(post);
        assertEquals(List.of("Четыре"), vk.repliesTo(post));
    }

    @Test
    void faults_of_reading_meet_the_next_reading_only() {
        vk.breakNext(Fault.POLL_FAILS);
        vk.breakNext(Fault.POLL_RATE_LIMIT);

        assertEquals(10, error(wall(service)));
        assertEquals(6, error(wall(service)));
        assertThrows(IllegalArgumentException.class, () -> vk.breakNext(Fault.DUPLICATE_TEXT));
    }

    @Test
    void a_method_that_is_not_called_with_a_form_is_a_violation() {
        HttpRequest get =
                HttpRequest.newBuilder(vk.address().resolve("/method/wall.get")).build();
        HttpRequest leak = HttpRequest.newBuilder(vk.address().resolve("/method/wall.get?access_token=" + service))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("v=5.199"))
                .build();

        assertEquals(418, client.send(get).statusCode());
        assertEquals(418, client.send(leak).statusCode());
        assertEquals(2, vk.server().violations().size());
    }
}
