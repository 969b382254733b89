package org.otklik.testkit.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.SettableClock;

/** Wrong clients are refused, right ones are served; the client here is written without any adapter. */
class OkFakeTest {

    private static final String TOKEN = "first-token";
    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final OkFake fake = OkFake.open(clock)
            .person("1", "Администратор")
            .person("2", "Мария")
            .group("77", "zarechinsk", "Заречинск", "1")
            .token(TOKEN, "1")
            .graphToken("graph-token", "77");
    private final String topic = fake.topic("77", "77", "Вопросы #жкх");

    @AfterEach
    void close() {
        fake.close();
    }

    private static Map<String, String> call(String method, String... more) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "application_key", OkFake.APPLICATION_KEY, "method", method, "format", "json", "access_token", TOKEN));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static Map<String, String> signed(Map<String, String> form) {
        String base = form.entrySet().stream()
                .filter(one -> !one.getKey().equals("access_token"))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining());
        form.put("sig", OkDoor.md5(base + OkDoor.md5(TOKEN + OkFake.APPLICATION_SECRET)));
        return form;
    }

    private JsonNode send(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "/fb.do",
                one -> one.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(String path, Consumer<HttpRequest.Builder> how) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fake.address() + path));
        how.accept(request);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            assertEquals(200, answer.statusCode());
            assertEquals(
                    body.path("error_code").asText(),
                    answer.headers().firstValue("Invocation-Error").orElse(""));
            return body;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private int code(Map<String, String> form) {
        return send(form).path("error_code").asInt();
    }

    private static Map<String, String> list() {
        return call("discussions.getList", "category", "GROUP");
    }

    private Map<String, String> comments() {
        return call("discussions.getComments", "discussionId", topic, "discussionType", "GROUP_TOPIC");
    }

    private Map<String, String> answer(String text) {
        return call(
                "discussions.addDiscussionComment",
                "entityId",
                topic,
                "entityType",
                "GROUP_TOPIC",
                "comment",
                text,
                "as_admin",
                "true");
    }

    @Test
    void the_published_signature_of_the_network_is_what_the_keeper_computes() {
        String secret = OkDoor.md5("-s-84W-s3egarWUsbkq-IWTucuedzTKT8VUXIA.s4Xx8IW7" + "ABC123DEF456GHI789JKL123");

        assertEquals("b1a2b89707a94624c43afae67d59274c", secret);
        assertEquals(
                "232c8eb921951c4dba9b72606f9ddb4c",
                OkDoor.md5("application_key=ABCDEFGHIGKLMNOPKformat=jsonmethod=events.get" + secret));
    }

    @Test
    void a_signed_call_lists_the_discussions_of_the_administrators_groups() {
        JsonNode answer = send(signed(list()));

        assertEquals(topic, answer.at("/discussions/0/object_id").asText());
        assertEquals(
                "2026-11-19 09:00:00",
                answer.at("/discussions/0/last_activity_date").asText());
        assertFalse(answer.path("has_more").asBoolean());
    }

    @Test
    void a_wrong_signature_is_refused() {
        Map<String, String> form = signed(list());
        form.put("count", "5");

        assertEquals(104, code(form));
        assertEquals(104, code(list()));
    }

    @Test
    void unknown_applications_methods_and_tokens_are_refused() {
        assertEquals(101, code(signed(call("discussions.getList", "application_key", "NONE"))));
        assertEquals(3, code(signed(call("discussions.addComment", "text", "да"))));
        assertEquals(103, code(signed(call("discussions.getList", "access_token", "another"))));
    }

    @Test
    void an_expired_token_and_a_revoked_one_are_told_apart() {
        fake.expire(TOKEN);
        assertEquals(102, code(signed(list())));

        fake.revoke(TOKEN);
        assertEquals(103, code(signed(list())));
    }

    @Test
    void missing_unknown_and_impossible_parameters_are_refused() {
        assertEquals(100, code(signed(call("discussions.getComments", "discussionId", topic))));
        assertEquals(100, code(signed(call("discussions.getList", "limit", "5"))));
        assertEquals(100, code(signed(call("discussions.getList", "count", "101"))));
        assertEquals(100, code(signed(call("discussions.getList", "fields", "discussion.title"))));
        assertEquals(100, code(signed(call("discussions.getList", "format", "xml"))));
    }

    @Test
    void a_get_and_a_token_in_the_query_are_refused() {
        String query = "?access_token=" + TOKEN;

        assertEquals(
                4,
                send("/fb.do" + query, HttpRequest.Builder::GET)
                        .path("error_code")
                        .asInt());
        assertEquals(
                4,
                send(
                                "/fb.do" + query,
                                one -> one.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                        .path("error_code")
                        .asInt());
    }

    @Test
    void too_many_calls_in_a_second_are_flood_and_too_many_in_all_are_the_limit() {
        fake.allowing(2, 4);

        assertEquals(0, code(signed(list())));
        assertEquals(0, code(signed(list())));
        assertEquals(8, code(signed(list())));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(0, code(signed(list())));
        assertEquals(0, code(signed(list())));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(11, code(signed(list())));
        assertEquals(3, fake.busiestSecond());
    }

    @Test
    void comments_come_by_pages_in_both_directions_with_only_the_fields_that_were_wanted() {
        for (String text : List.of("раз", "два", "три")) {
            fake.comment(topic, "2", text);
            clock.advance(Duration.ofMinutes(1));
        }
        Map<String, String> last = comments();
        last.putAll(Map.of("anchor", "LAST", "direction", "BACKWARD", "count", "2", "fields", "comment.TEXT"));

        JsonNode newest = send(signed(last));
        last.put("anchor", newest.path("anchor").asText());
        last.remove("sig");
        JsonNode oldest = send(signed(last));

        assertEquals(List.of("два", "три"), newest.path("comments").findValuesAsText("text"));
        assertTrue(newest.path("has_more").asBoolean());
        assertEquals(List.of("раз"), oldest.path("comments").findValuesAsText("text"));
        assertFalse(oldest.path("has_more").asBoolean());
        assertTrue(oldest.at("/comments/0/date").isMissingNode());
    }

    @Test
    void removed_comments_are_shown_only_to_their_author() {
        String citizens = fake.comment(topic, "2", "Удалят");
        String ours = fake.comment(topic, "77", "И это");
        fake.remove(topic, citizens);
        fake.remove(topic, ours);
        Map<String, String> all = comments();
        all.put("includeRemoved", "true");

        assertEquals(0, send(signed(comments())).path("comments").size());
        assertEquals(List.of(ours), send(signed(all)).path("comments").findValuesAsText("id"));
    }

    @Test
    void an_answer_is_written_in_the_name_of_the_group_and_returns_a_bare_text() {
        JsonNode id = send(signed(answer("Заделаем.")));

        assertTrue(id.isTextual());
        assertEquals(List.of("Заделаем."), fake.answers(topic, null));
        assertEquals(List.of(), fake.answers(topic, "another"));
    }

    @Test
    void answers_to_what_is_gone_closed_or_too_long_are_refused() {
        Map<String, String> toNobody = answer("Кому?");
        toNobody.put("reply_to_comment_id", "MTM5");

        assertEquals(700, code(signed(toNobody)));
        assertEquals(100, code(signed(answer("д".repeat(3001)))));
        fake.close(topic);
        assertEquals(10, code(signed(answer("Закрыто."))));
        fake.removeTopic(topic);
        assertEquals(300, code(signed(answer("Нет темы."))));
    }

    @Test
    void writing_can_be_gone_or_denied() {
        fake.writing(OkFake.Writing.NO_METHOD);
        assertEquals(3, code(signed(answer("Да."))));

        fake.writing(OkFake.Writing.DENIED);
        assertEquals(10, code(signed(answer("Да."))));

        fake.writing(OkFake.Writing.AVAILABLE);
        assertEquals(0, code(signed(answer("Да."))));
    }

    @Test
    void own_comments_can_be_edited_and_deleted_and_others_cannot() {
        String ours = fake.comment(topic, "77", "Завтра");
        String citizens = fake.comment(topic, "2", "Когда?");
        Map<String, String> place =
                Map.of("discussionId", topic, "discussionType", "GROUP_TOPIC", "comment", "Сегодня");

        Map<String, String> edit = call("discussions.editDiscussionComment", "comment_id", ours);
        edit.putAll(place);
        Map<String, String> foreign = call("discussions.editDiscussionComment", "comment_id", citizens);
        foreign.putAll(place);

        assertTrue(send(signed(edit)).asBoolean());
        assertEquals(701, code(signed(foreign)));
        assertEquals(List.of("Сегодня"), fake.answers(topic, null));
    }

    @Test
    void a_tag_is_searched_without_its_sign_and_from_a_time_of_moscow_on() {
        clock.advance(Duration.ofHours(1));
        String later = fake.topic("77", "2", "Нет тепла #ЖКХ");
        String since = "{\"since\":\"2026-11-19 09:30:00\",\"types\":[\"GROUP_TOPIC\"]}";

        JsonNode all = send(signed(call("search.tagContents", "query", "жкх")));
        JsonNode recent = send(signed(call("search.tagContents", "query", "жкх", "filter", since)));

        assertEquals(2, all.at("/entities/media_topics").size());
        assertEquals(later, recent.at("/entities/media_topics/0/id").asText());
        assertEquals(1, recent.at("/entities/media_topics").size());
        assertEquals(100, code(signed(call("search.tagContents", "query", "#жкх"))));
    }

    @Test
    void simple_questions_are_answered() {
        assertEquals("1", send(signed(call("users.getLoggedInUser"))).textValue());
        assertEquals(
                "77",
                send(signed(call("url.getInfo", "url", "https://ok.ru/zarechinsk")))
                        .path("objectIdStr")
                        .asText());
        assertEquals(
                "Мария",
                send(signed(call("users.getInfo", "uids", "2,77", "fields", "name")))
                        .at("/0/name")
                        .asText());
        assertEquals(
                1,
                send(signed(call("group.getInfo", "uids", "2,77", "fields", "name")))
                        .size());
        assertEquals(
                1,
                send(signed(call("users.getCallsLeft", "uid", "1", "methods", "a")))
                        .size());
    }

    @Test
    void a_group_speaks_in_chats_only_with_its_token_in_json_and_where_somebody_wrote() {
        fake.say("chat:C1", "2", "Здравствуйте");
        String message = "{\"recipient\":{\"chat_id\":\"chat:C1\"},\"message\":{\"text\":\"Слушаем\"}}";
        String path = "/graph/me/messages/chat:C1?access_token=";

        assertEquals(
                103,
                send(path + "wrong", post(message, "application/json"))
                        .path("error_code")
                        .asInt());
        assertEquals(
                2001,
                send(path + "graph-token", post(message, "text/plain"))
                        .path("error_code")
                        .asInt());
        assertEquals(
                705,
                send(
                                "/graph/me/messages/chat:C2?access_token=graph-token",
                                post(message.replace("C1", "C2"), "application/json"))
                        .path("error_code")
                        .asInt());
        assertTrue(send(path + "graph-token", post(message, "application/json; charset=utf-8"))
                .has("message_id"));
        assertEquals(List.of("Здравствуйте", "Слушаем"), fake.chat("chat:C1"));
        JsonNode read = send(path + "graph-token&count=1", HttpRequest.Builder::GET);
        assertEquals("Слушаем", read.at("/messages/0/message/text").asText());
        assertEquals("group:77", read.at("/messages/0/sender/user_id").asText());
    }

    @Test
    void a_host_subscribes_to_chats_and_learns_who_it_is() {
        String url = "{\"url\":\"https://desk.example/ok\"}";

        JsonNode answer = send("/graph/me/subscribe?access_token=graph-token", post(url, "application/json"));

        assertTrue(answer.path("success").asBoolean());
        assertEquals(List.of("https://desk.example/ok"), fake.subscriptions());
        assertEquals(
                "group:77",
                send("/graph/me/info?access_token=graph-token", HttpRequest.Builder::GET)
                        .path("user_id")
                        .asText());
    }

    private static Consumer<HttpRequest.Builder> post(String body, String type) {
        return one -> one.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
