package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.WebhookDecision;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/** What the network really sent once, or shows in its pages, goes through the whole adapter. */
class OkSamplesTest {

    private static final Path SAMPLES = Stream.of("../shared/samples/ok", "../../shared/samples/ok")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/samples/ok"));

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2014-04-11T09:00:00Z"));
    private final OkNetworkUnderTest.Secrets secrets = new OkNetworkUnderTest.Secrets();

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SAMPLES), "There are no samples in ../shared/samples/ok; nothing is checked.");
        secrets.put("access-token", "token");
        secrets.put("session-secret-key", "secret");
        secrets.put("webhook-secret", "hook");
    }

    private @Nullable WireServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private static JsonNode sample(String name) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(SAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OkAdapter adapter(String comments) {
        WireServer opened = WireServer.open(request -> answer(request, comments));
        server = opened;
        OkAdapter adapter = OkAdapter.of(OkSettings.builder("KEY", JdkHttpTransport.of(HttpSettings.standard()))
                .account("official", "47241470410797")
                .baseUrl(opened.address())
                .rereading(Duration.ZERO, Duration.ofDays(365))
                .build());
        adapter.attach(InMemoryContext.of(clock, secrets));
        return adapter;
    }

    private static WireAnswer answer(WireRequest request, String comments) {
        JsonNode topic = sample("discussions.get.json");
        return WireAnswer.json(
                200,
                switch (request.form().getOrDefault("method", "")) {
                    case "discussions.get" -> topic;
                    case "discussions.getComments" -> sample(comments);
                    default -> {
                        var list = new ObjectMapper().createObjectNode();
                        list.putArray("discussions").add(topic.path("discussion"));
                        yield list.put("has_more", false);
                    }
                });
    }

    private static PostPage poll(OkAdapter adapter) {
        return adapter.poll(adapter.sources().get(0), Optional.empty(), 100);
    }

    @Test
    void a_recorded_comment_is_read_with_its_discussion_and_the_old_clock_of_moscow() {
        PostPage page = poll(adapter("discussions.getComments.json"));

        assertEquals(List.of(), page.unreadable());
        Post post = assertInstanceOf(PostChange.Present.class, page.changes().get(0))
                .post();
        assertEquals("наверное и я так буду делать!", post.text());
        assertEquals(Instant.parse("2014-04-11T08:53:02Z"), post.publishedAt());
        assertEquals(Optional.of("500000000001"), post.author().map(AuthorRef::nativeId));
        assertEquals(Optional.of("47241470410797"), post.discussion().page());
        assertEquals(
                Optional.of(PostId.of("ok", "GROUP_TOPIC:62190641299501")),
                post.discussion().root());
        assertTrue(post.discussion().rootText().orElse("").startsWith("Кока-Кола"));
        String parent = post.discussion().parent().orElseThrow().nativeId();
        assertTrue(parent.startsWith("GROUP_TOPIC:62190641299501:MTM5NzIwNjMzNjI2MT"), parent);
    }

    @Test
    void the_error_of_an_expired_session_stops_the_account() {
        OkAdapter adapter = adapter("error-102.json");

        PostPage broken = poll(adapter);

        assertEquals(List.of(), broken.changes());
        assertTrue(broken.more());
        AdapterException failure = assertThrows(AdapterException.class, () -> poll(adapter));
        assertEquals(FailureKind.TOKEN_INVALID, failure.kind());
    }

    @Test
    void the_deliveries_of_the_networks_pages_are_read() throws IOException {
        OkAdapter adapter = adapter("discussions.getComments.json");
        for (String name : List.of("graph-webhook-message.json", "graph-webhook-message-share.json")) {
            byte[] body = Files.readAllBytes(SAMPLES.resolve(name));

            WebhookDecision decision = adapter.decode(
                    AccountId.of("ok", "official"), OkWebhookTest.request(body, "secret=hook", "217.20.145.192"));

            WebhookDecision.Genuine genuine = assertInstanceOf(WebhookDecision.Genuine.class, decision, name);
            Post post = assertInstanceOf(
                            PostChange.Present.class, genuine.changes().get(0))
                    .post();
            assertTrue(post.id().nativeId().startsWith("chat:C3ecb9d02a600:C3ecb9d02a600.15cea6"), name);
            assertEquals(Optional.of("123456789012"), post.author().map(AuthorRef::nativeId));
            assertEquals(name.contains("share") ? 1 : 0, post.media().size());
        }
    }

    @Test
    void the_example_of_a_signature_is_signed_alike_by_adapter_and_judge() {
        JsonNode example = sample("oauth-sig-testvector.json");
        Map<String, String> form = new LinkedHashMap<>();
        example.path("params")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asText()));
        String secret = example.path("application_secret_key").asText();
        String token = example.path("access_token").asText();

        assertEquals(example.path("sig").asText(), OkSignature.of(form, OkSignature.sessionSecret(token, secret)));
        form.put("access_token", token);
        assertEquals(example.path("sig").asText(), new OkSignatureInspector(secret).signature(form));
    }
}
