package org.otklik.adapters.vk.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

class VkSchemaInspectorTest {

    private static final long ANNA = 101;

    private final VkFake vk = VkJudged.open(SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z")))
            .withLimits(VkLimits.none());
    private final HttpClient http = HttpClient.newHttpClient();
    private final String service = vk.serviceToken();
    private long samara;
    private String group = "";

    @BeforeEach
    void found() {
        assumeTrue(Schemas.find().isPresent(), "The schema of VKontakte is not beside the checkout.");
        samara = vk.community("samara");
        group = vk.groupToken(samara);
    }

    @AfterEach
    void close() {
        vk.close();
    }

    private String call(String method, String token, Object... parameters) {
        return post(vk.address(), method, token, parameters);
    }

    private String post(URI address, String method, String token, Object... parameters) {
        List<String> pairs = new ArrayList<>(List.of("v=5.199", "lang=ru", "access_token=" + token));
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(
                    parameters[i] + "=" + URLEncoder.encode(String.valueOf(parameters[i + 1]), StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(address.resolve("/method/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void all_that_the_fake_says_is_known_to_the_schema() throws IOException {
        String post = vk.post(-samara, ANNA, "Яма #самара");
        String comment = vk.comment(post, ANNA, "Большая");
        vk.comment(vk.comment(comment, 102, "Очень"), ANNA, "Да");
        String doomed = vk.comment(post, 103, "Ой");
        vk.comment(doomed, 102, "Что?");
        vk.delete(doomed);
        vk.post(-samara, -samara, "Новости");
        vk.quirks().pin(post);
        vk.edit(post, "Яма у дома #самара");
        String id = post.split("_", -1)[1];
        String user = vk.userToken(7);

        for (int extended = 0; extended <= 1; extended++) {
            call("wall.get", service, "owner_id", -samara, "count", 100, "filter", "all", "extended", extended);
            call("wall.get", service, "domain", "samara", "extended", extended, "fields", "city,screen_name");
            call("wall.getById", service, "posts", post + "," + post, "extended", extended);
            call("wall.search", service, "owner_id", -samara, "query", "яма", "extended", extended);
            call("newsfeed.search", service, "q", "яма", "count", 1, "extended", extended);
            call("newsfeed.search", service, "q", "да", "count", 200, "start_time", 0, "extended", extended);
            call(
                    "wall.getComments",
                    service,
                    "owner_id",
                    -samara,
                    "post_id",
                    id,
                    "extended",
                    extended,
                    "sort",
                    "desc",
                    "thread_items_count",
                    10,
                    "preview_length",
                    0,
                    "need_likes",
                    0);
            call(
                    "wall.getComment",
                    user,
                    "owner_id",
                    -samara,
                    "comment_id",
                    comment.split("_", -1)[2],
                    "extended",
                    extended);
        }
        call(
                "wall.createComment",
                group,
                "owner_id",
                -samara,
                "post_id",
                id,
                "from_group",
                samara,
                "message",
                "Знаем",
                "reply_to_comment",
                comment.split("_", -1)[2],
                "guid",
                "g1");
        call("wall.createComment", group, "owner_id", -samara, "post_id", 99, "message", "Знаем");
        call("wall.deleteComment", user, "owner_id", -samara, "comment_id", comment.split("_", -1)[2]);
        call("users.get", service, "user_ids", "101,102");
        call("groups.getById", group);
        call("groups.getById", service, "group_id", "samara");
        call("utils.resolveScreenName", service, "screen_name", "samara");
        call("utils.resolveScreenName", service, "screen_name", "nobody");
        call(
                "groups.setLongPollSettings",
                group,
                "group_id",
                samara,
                "enabled",
                1,
                "wall_reply_new",
                1,
                "wall_reply_edit",
                1,
                "wall_reply_restore",
                1,
                "wall_post_new",
                1,
                "wall_reply_delete",
                1,
                "api_version",
                "5.199");
        String server = call("groups.getLongPollServer", group, "group_id", samara);
        call("groups.getCallbackConfirmationCode", group, "group_id", samara);
        call("streaming.getServerUrl", service);
        String key = new ObjectMapper().readTree(server).at("/response/key").asText();
        String updates = send(HttpRequest.newBuilder(
                        vk.address().resolve("/longpoll/" + samara + "?act=a_check&wait=25&ts=0&key=" + key))
                .build());

        assertTrue(updates.contains("wall_reply_new"), updates);
        VkJudged.assertNoViolations(vk);
    }

    @Test
    void all_callbacks_are_known_to_the_schema() {
        String post = vk.post(-samara, ANNA, "Яма");
        String comment = vk.comment(vk.comment(post, ANNA, "Большая"), 102, "Очень");
        vk.edit(comment, "Не очень");
        vk.delete(comment);
        vk.restore(comment);
        VkSchemaInspector judge = new VkSchemaInspector(Schemas.find().orElseThrow(), vk::kindOf);

        int judged = 0;
        for (Optional<byte[]> next = vk.nextCallback(samara); next.isPresent(); next = vk.nextCallback(samara)) {
            judge.callback(next.get());
            judged++;
        }

        assertEquals(6, judged);
        byte[] broken = "{\"type\":\"wall_reply_new\",\"object\":{\"id\":\"1\"},\"group_id\":1}"
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(AssertionError.class, () -> judge.callback(broken));
    }

    @ParameterizedTest
    @CsvSource({
        "wall.shout, owner_id, 1, no method",
        "wall.get, owner, 1, takes no",
        "wall.get, count, many, is no",
        "wall.get, extended, true, is no",
        "wall.get, filter, best, listed",
        "wall.get, fields, shoe_size, listed",
        "wall.get, offset, -1, too small",
        "newsfeed.search, count, 201, too large",
        "wall.getById, extended, 1, posts is missing",
        "wall.getComment, comment_id, 1, service token is not taken",
        "wall.createComment, post_id, 1, service token is not taken"
    })
    void a_call_that_the_schema_does_not_know_is_a_violation(
            String method, String name, String value, String complaint) {
        call(method, service, name, value);

        List<String> violations = vk.server().violations();
        assertEquals(1, violations.size());
        assertTrue(violations.get(0).contains(complaint), violations.get(0));
    }

    @Test
    void a_token_is_never_quoted_by_a_violation() {
        call("wall.shout", service);
        call("wall.get", service, "owner", 1);

        assertTrue(vk.server().violations().stream().noneMatch(text -> text.contains(service)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"response\":{\"items\":[]}}; count is missing",
                "{\"response\":{\"count\":\"1\",\"items\":[]}}; is no integer",
                "{\"response\":{\"count\":1,\"items\":[{\"id\":1}]}}; inner_type is missing",
                "{\"response\":{\"count\":1,\"items\":[{\"inner_type\":\"x\"}]}}; listed",
                "{\"response\":{\"count\":1,\"items\":[],\"mood\":1}}; unknown",
                "{\"response\":{\"count\":1,\"items\":[{\"inner_type\":\"wall_wallpost\",\"likes\":{\"count\":1,"
                        + "\"user_likes\":7}}]}}; listed",
                "{\"error\":{\"error_code\":77777,\"error_msg\":\"?\",\"request_params\":[]}}; no error",
                "{\"error\":{\"error_code\":5}}; lacks",
                "{}; response is missing",
                "nothing; no JSON"
            })
    void an_answer_that_the_schema_does_not_know_is_a_violation(String body, String complaint) {
        try (WireServer liar = WireServer.open(request -> WireAnswer.of(200, "application/json", body))) {
            liar.inspectedBy(new VkSchemaInspector(Schemas.find().orElseThrow(), vk::kindOf));

            post(liar.address(), "wall.get", service, "owner_id", -1);

            assertEquals(1, liar.violations().size());
            assertTrue(
                    liar.violations().get(0).contains(complaint),
                    liar.violations().get(0));
        }
    }
}
