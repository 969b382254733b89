package org.otklik.adapters.twitter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.x.Spelling;
import org.otklik.testkit.x.XFake;

class XOpenApiInspectorTest {

    private static final String RULES = "/2/tweets/search/stream/rules";
    private static final String TWEET_QUERY = "tweet.fields=id,text,author_id,created_at,conversation_id,"
            + "in_reply_to_user_id,referenced_tweets,lang,geo,entities,public_metrics,reply_settings,note_tweet,"
            + "edit_history_tweet_ids,display_text_range"
            + "&expansions=author_id,referenced_tweets.id,geo.place_id,in_reply_to_user_id"
            + "&user.fields=id,name,username,location,protected,verified";
    private static final String POST_QUERY = "post.fields=id,text,created_at,conversation_id,lang,geo,entities,"
            + "public_metrics,reply_settings,note_post,display_text_range"
            + "&expansions=author_id,referenced_posts,in_reply_to_user_id,geo.place_id,edit_history_post_ids"
            + "&user.fields=id,name,username,location,protected,verified";

    private final HttpClient http = HttpClient.newHttpClient();
    private final XFake x = XJudged.open(SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z")));
    private final String citizen = x.user("Citizen");
    private final String office = x.user("samara_region");
    private final String post = x.post(citizen, "Яма & лужа @samara_region #Самара https://example.org");

    @BeforeEach
    void something_to_judge_by() {
        assumeTrue(XJudged.canJudge(), "../shared/schemas/x is not there, so nothing can be judged.");
    }

    @AfterEach
    void close() {
        x.close();
    }

    private int get(String path) {
        return send(request(path, x.bearer()));
    }

    private int post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(x.address() + path)).header("Authorization", "Bearer " + token);
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void all_that_is_right_passes(Spelling spelling) {
        x.spelling(spelling);
        String fields = spelling == Spelling.TWEET ? TWEET_QUERY : POST_QUERY;
        String answer = x.reply(citizen, post, "Большая яма " + "очень ".repeat(60));
        x.locate(answer, "Самара", 50.1, 53.2);
        x.edit(x.quote(citizen, post, "Яма тут"), "Яма здесь");
        String gone = x.post(citizen, "яма");
        x.delete(gone);

        assertEquals(200, get("/2/tweets/search/recent?query=%D1%8F%D0%BC%D0%B0&max_results=10&" + fields));
        assertEquals(200, get("/2/tweets/search/recent?query=nothing&since_id=" + post));
        assertEquals(200, get("/2/users/" + office + "/mentions?max_results=5&" + fields));
        assertEquals(200, get("/2/users/" + citizen + "/tweets?exclude=replies&" + fields));
        assertEquals(200, get("/2/tweets?ids=" + post + "," + gone + "&" + fields));
        assertEquals(200, get("/2/tweets/" + gone));
        assertEquals(200, get("/2/users/by/username/Citizen?user.fields=protected"));
        assertEquals(200, get("/2/users/by/username/Nobody"));
        assertEquals(200, send(request("/2/users/me", x.accessToken(office))));
        write(answer);
        assertEquals(List.of(), x.server().violations());
    }

    private void write(String answer) {
        String reply = "{\"text\":\"Засыплем\",\"reply\":{\"in_reply_to_tweet_id\":\"" + post + "\"}}";
        assertEquals(201, post("/2/tweets", x.accessToken(office), reply));
        assertEquals(403, post("/2/tweets", x.accessToken(office), reply));
        assertEquals(403, post("/2/tweets", x.bearer(), reply));
        assertEquals(401, post("/2/tweets", "nobody", reply));
        assertEquals(
                403,
                send(request("/2/tweets/" + answer + "/hidden", x.accessToken(office))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"hidden\":true}"))));
        assertEquals(
                403, send(request("/2/tweets/" + answer, x.accessToken(office)).DELETE()));
        assertEquals(
                200, send(request("/2/tweets/" + answer, x.accessToken(citizen)).DELETE()));
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void rules_streams_and_subscriptions_pass(Spelling spelling) throws Exception {
        x.spelling(spelling);

        assertEquals(409, get("/2/tweets/search/stream"));
        assertEquals(200, post(RULES, x.bearer(), "{\"add\":[{\"value\":\"яма\",\"tag\":\"roads\"}]}"));
        assertEquals(200, post(RULES, x.bearer(), "{\"add\":[{\"value\":\"яма\"}]}"));
        assertEquals(400, post(RULES, x.bearer(), "{\"add\":[{\"value\":\"(яма\"}]}"));
        assertEquals(200, get(RULES));
        stream();
        assertEquals(200, post(RULES + "?dry_run=true", x.bearer(), "{\"delete\":{\"ids\":[\"1\"]}}"));
        assertEquals(200, post("/2/activity/subscriptions", x.bearer(), """
            {"event_type":"post.create","filter":{"user_id":"%s"},"tag":"mentions"}\
            """.formatted(office)));
        assertEquals(200, get("/2/activity/subscriptions"));
        assertEquals(200, send(request("/2/connections/all", x.bearer()).DELETE()));
        assertEquals(List.of(), x.server().violations());
    }

    private void stream() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                request("/2/tweets/search/stream?" + TWEET_QUERY, x.bearer()).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            x.reply(citizen, post, "яма в потоке");
            XJudged.inspector(x).orElseThrow().streamed(lines.readLine());
            x.streams().disconnect();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2/tweets/search/recent",
                "/2/tweets/search/recent?query=a&max_results=5",
                "/2/tweets/search/recent?query=a&max_results=many",
                "/2/tweets/search/recent?query=a&since_id=x",
                "/2/tweets/search/recent?query=a&start_time=yesterday",
                "/2/tweets/search/recent?query=a&sort_order=random",
                "/2/tweets/search/recent?query=a&tweet.fields=colour",
                "/2/tweets/search/recent?query=a&tweet.fields=id,id",
                "/2/tweets/search/recent?query=a&post.fields=id",
                "/2/tweets/search/recent?query=a&colour=red",
                "/2/tweets?ids=",
                "/2/tweets/search/everything?query=a",
                "/1.1/statuses/show.json"
            })
    void questions_that_are_not_described_are_objected_to(String path) {
        assertEquals(418, get(path));
        assertEquals(1, x.server().violations().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"colour\":\"red\"}",
                "{\"text\":1}",
                "{\"text\":\"a\",\"reply\":{\"in_reply_to_post_id\":\"1\"}}",
                "{\"text\":\"a\",\"reply\":{\"in_reply_to_tweet_id\":\"x\"}}",
                "{\"text\":\"a\",\"reply\":null}",
                "{\"text\":\"a\",\"reply_settings\":\"nobody\"}",
                "{"
            })
    void bodies_that_are_not_described_are_objected_to(String body) {
        assertEquals(418, post("/2/tweets", x.accessToken(office), body));
        x.spelling(Spelling.POST);
        assertEquals(418, post("/2/tweets", x.accessToken(office), body));
    }

    @Test
    void answers_that_are_not_described_are_objected_to() {
        for (String answer : List.of(
                "{\"data\":[{\"id\":1}]}",
                "{\"data\":[{\"id\":\"1\",\"colour\":\"red\"}]}",
                "{\"data\":{}}",
                "{\"meta\":{\"result_count\":\"0\"}}")) {
            x.answerNext("/2/tweets", WireAnswer.of(200, "application/json", answer));
            assertEquals(418, get("/2/tweets/search/recent?query=a"), answer);
        }
        x.answerNext("/2/tweets", WireAnswer.of(202, "application/json", "{}"));
        assertEquals(418, get("/2/tweets/search/recent?query=a"));
    }

    @Test
    void a_spelling_is_judged_by_its_own_description() {
        x.spelling(Spelling.POST);

        assertEquals(418, get("/2/tweets/search/recent?query=a&tweet.fields=id"));
        assertEquals(418, get("/2/tweets/search/recent?query=a&post.fields=author_id"));
        assertEquals(200, get("/2/tweets/search/recent?query=a&post.fields=id"));
        assertThrows(AssertionError.class, () -> XJudged.assertNoViolations(x));
    }
}
