package org.otklik.adapters.twitter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.twitter.XAdapter;
import org.otklik.adapters.twitter.XOfficial;
import org.otklik.adapters.twitter.XSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.PostPage;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.x.XAccount;
import org.otklik.testkit.x.XFake;

/** Reads payloads that X itself shows, which no fake of ours has touched. */
class XSamplesTest {

    private static final AccountId ACCOUNT = AccountId.of("x", "krai_official");
    private static final String SEARCH = "/2/tweets/search/recent";

    private record Safe(Map<String, String> secrets) implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            throw new UnsupportedOperationException("Nothing is renewed here.");
        }
    }

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z"));
    private final XFake x = XFake.open(time);
    private final String official = x.user("krai_official");
    private final XAccount oauth1 = x.oauth1(official);
    private final Optional<Path> folder = OpenApi.folder("samples/x");
    private final XAdapter adapter = adapter();

    @BeforeEach
    void something_to_read() {
        assumeTrue(folder.isPresent(), "../shared/samples/x is not there, so nothing can be read.");
    }

    @AfterEach
    void close() {
        x.close();
    }

    private XAdapter adapter() {
        Map<String, String> secrets = Map.of(
                "bearer-token", x.bearer(),
                "consumer-secret", oauth1.consumerSecret(),
                "oauth1-consumer-key", oauth1.consumerKey(),
                "oauth1-consumer-secret", oauth1.consumerSecret(),
                "oauth1-token", oauth1.token(),
                "oauth1-token-secret", oauth1.tokenSecret());
        WatchedQuery query = new WatchedQuery("roads", Set.of(), SearchExpression.parse("яма"));
        XAdapter fresh = XAdapter.of(XSettings.builder(ACCOUNT)
                .official(XOfficial.oauth1(ACCOUNT, official, "krai_official"))
                .baseUrl(x.address())
                .searchEvery(Duration.ZERO)
                .mentionsEvery(Duration.ZERO)
                .lookupEvery(Duration.ZERO)
                .limits(new CallLimits(Duration.ofSeconds(5), 1 << 22))
                .build());
        fresh.attach(InMemoryContext.of(time, new Safe(secrets)).watching(new WatchList(List.of(), List.of(query))));
        return fresh;
    }

    private Stream<Path> samples() {
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("The samples cannot be listed.", e);
        }
    }

    private JsonNode sample(String name) {
        return OpenApi.read(folder.orElseThrow().resolve(name + ".json"));
    }

    private SourceId search() {
        return adapter.sources().stream()
                .filter(source -> source.toString().contains("search"))
                .findFirst()
                .orElseThrow();
    }

    /** Lets X answer a search with a sample. */
    private PostPage polled(JsonNode body) {
        x.answerNext(SEARCH, WireAnswer.json(200, body));
        return adapter.poll(search(), Optional.empty(), 100);
    }

    /** Posts have a text, and every page that can be searched for is a list. */
    private static boolean isPageOfPosts(JsonNode body) {
        return body.path("data").isArray()
                && !body.path("data").isEmpty()
                && OpenApi.children(body.path("data")).allMatch(post -> post.has("text") && !post.has("sender_id"));
    }

    @Test
    void pages_are_read_and_nothing_is_lost(TestReporter report) {
        List<JsonNode> pages =
                samples().map(OpenApi::read).filter(XSamplesTest::isPageOfPosts).toList();

        for (JsonNode page : pages) {
            ObjectNode body = page.deepCopy();
            if (body.path("meta") instanceof ObjectNode meta) {
                meta.remove("next_token");
            }
            PostPage read = polled(body);

            List<String> found = read.changes().stream()
                    .map(PostChange.Present.class::cast)
                    .map(change -> change.post().id().nativeId())
                    .sorted()
                    .toList();
            List<String> meant = OpenApi.children(body.path("data"))
                    .filter(post -> !isRepost(post))
                    .map(post -> post.path("id").asText())
                    .sorted()
                    .toList();
            assertEquals(meant, found, page.toString());
            read.unreadable().forEach(one -> report.publishEntry("unreadable", one.toString()));
        }
        assertTrue(pages.size() >= 8, pages.size() + " pages");
    }

    /** Nobody says anything of his own there. */
    private static boolean isRepost(JsonNode post) {
        return OpenApi.children(post.path("referenced_tweets"))
                .anyMatch(one -> one.path("type").asText().equals("retweeted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "5"})
    void deliveries_about_posts_are_read(String number) throws GeneralSecurityException {
        JsonNode body = sample("activity_event-payloads-" + number);

        WebhookDecision.Genuine read = delivered(body);

        PostChange.Present present =
                assertInstanceOf(PostChange.Present.class, read.changes().get(0));
        assertTrue(
                body.at("/data/payload/text").asText().endsWith(present.post().text()));
        assertEquals(
                Instant.parse(body.at("/data/payload/created_at").asText()),
                present.post().publishedAt());
    }

    @Test
    void deliveries_about_other_things_are_taken_and_left_alone() throws GeneralSecurityException {
        for (JsonNode body : samples()
                .filter(file -> file.toString().contains("event-payloads"))
                .map(OpenApi::read)
                .toList()) {
            if (!body.at("/data/event_type").asText().startsWith("post.")) {
                assertEquals(List.of(), delivered(body).changes(), body.toString());
            }
        }
    }

    private WebhookDecision.Genuine delivered(JsonNode body) throws GeneralSecurityException {
        byte[] raw = body.toString().getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(oauth1.consumerSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(raw));
        Map<String, List<String>> headers = Map.of("x-twitter-webhooks-signature", List.of(signature));
        WebhookRequest request = WebhookRequest.of("POST", "", headers, raw, Optional.empty());
        return assertInstanceOf(WebhookDecision.Genuine.class, adapter.decode(ACCOUNT, request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "429 error-429-problem",
                "429 fundamentals_rate-limits-1",
                "403 fundamentals_developer-apps-0",
                "400 fundamentals_response-codes-and-errors-0",
                "403 error-403-reply-not-allowed"
            })
    void refusals_are_understood(String example, TestReporter report) {
        int status = Integer.parseInt(example.substring(0, 3));
        SourceId source = search();
        x.answerNext(SEARCH, WireAnswer.json(status, sample(example.substring(4))));

        try {
            adapter.poll(source, Optional.empty(), 100);
        } catch (AdapterException refused) {
            report.publishEntry(example, refused.kind().toString());
            return;
        }
        throw new AssertionError(example + " is taken for success.");
    }

    @Test
    void what_the_samples_and_the_description_disagree_about_is_reported(TestReporter report) {
        OpenApi api = OpenApi.find("openapi-2.166-tweet-naming.json").orElse(null);
        assumeTrue(api != null, "../shared/schemas/x is not there, so nothing can be compared.");

        JsonNode schema = api.operation(SEARCH, "get").at("/responses/200/content/application~1json/schema");
        samples().forEach(file -> {
            JsonNode body = OpenApi.read(file);
            List<String> problems = isPageOfPosts(body) ? Shape.problems(api, schema, body) : List.of();
            if (!problems.isEmpty()) {
                report.publishEntry(String.valueOf(file.getFileName()), problems.toString());
            }
        });
    }
}
