package org.otklik.adapters.vk.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/** What was recorded of the real network is read as what it is. */
class VkSamplesTest {

    private static final AccountId ACCOUNT = AccountId.of("vk", "samara");
    private static final Map<String, String> SECRETS = Map.of(
            "group-token", "g", "callback-secret", "secret", "callback-confirmation", "c0de", "service-token", "s");

    private Path samples = Path.of("");

    @BeforeEach
    void find() {
        Optional<Path> folder = Schemas.folder("samples/vk");
        assumeTrue(folder.isPresent(), "The samples of VKontakte are not beside the checkout.");
        samples = folder.get();
    }

    private JsonNode sample(String name) {
        return Schemas.read(samples.resolve(name + ".json"));
    }

    private static VkAdapter adapter(URI base, long group) {
        VkAdapter adapter = VkAdapter.of(VkSettings.builder()
                .baseUrl(base)
                .community(ACCOUNT, group)
                .longPoll(Duration.ZERO, Duration.ofSeconds(1))
                .build());
        adapter.attach(InMemoryContext.of(SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z")), new Safe()));
        return adapter;
    }

    private static final class Safe implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.ofNullable(SECRETS.get(name));
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            throw new UnsupportedOperationException("Tokens of VKontakte do not change by themselves.");
        }
    }

    /** Not all recordings carry the secret, and none ours. */
    private WebhookDecision.Genuine decode(String name) {
        ObjectNode event = ((ObjectNode) sample(name)).put("secret", "secret");
        WebhookRequest request = WebhookRequest.of(
                "POST", "", Map.of(), event.toString().getBytes(StandardCharsets.UTF_8), Optional.empty());
        VkAdapter adapter =
                adapter(URI.create("http://127.0.0.1:1"), event.path("group_id").asLong());
        return assertInstanceOf(WebhookDecision.Genuine.class, adapter.decode(ACCOUNT, request));
    }

    @ParameterizedTest
    @CsvSource({
        "callback-wall_post_new, -154235901_696, saas",
        "callback-wall_reply_new-2018, -167677639_1_2, khjkhjkhj",
        "callback-wall_reply_new-2020, -201077021_5_8, Привет! Сколько стоит пицца карбонара без лука?"
    })
    void a_recorded_text_is_read(String name, String id, String text) {
        List<PostChange> changes = decode(name).changes();

        PostChange.Present present = assertInstanceOf(PostChange.Present.class, changes.get(0));
        assertEquals(PostId.of("vk", id), present.id());
        assertEquals(text, present.post().text());
    }

    @Test
    void a_recorded_deletion_is_read() {
        PostChange gone = decode("callback-wall_reply_delete").changes().get(0);

        assertInstanceOf(PostChange.Gone.class, gone);
        assertEquals(PostId.of("vk", "-456_7_13"), gone.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback-like_add", "callback-message_new-5103"})
    void what_is_not_for_us_is_taken_and_left_alone(String name) {
        WebhookDecision.Genuine decision = decode(name);

        assertEquals(List.of(), decision.changes());
        assertEquals("ok", decision.answer().body());
    }

    @Test
    void the_confirmation_is_answered_with_the_code() {
        assertEquals("c0de", decode("callback-confirmation").answer().body());
    }

    private static PublishOutcome publish(String answer) {
        try (WireServer server = WireServer.open(request -> WireAnswer.of(200, "application/json", answer))) {
            PostId post = PostId.of("vk", "-1_2");
            ReplyTarget target = ReplyTarget.of(ACCOUNT, post, Discussion.NONE);
            return adapter(server.address(), 1).publish(target, "Заделаем.", new PublicationId("0".repeat(26)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error-14-captcha-2025-recorded",
                "error-14-captcha-2026-official",
                "error-14-captcha-legacy-official"
            })
    void every_captcha_that_was_seen_needs_a_person(String name) {
        PublishOutcome outcome = publish(sample(name).toString());

        FailureKind kind = outcome instanceof PublishOutcome.Refused refused
                ? refused.kind()
                : assertInstanceOf(PublishOutcome.Later.class, outcome).kind();
        assertEquals(FailureKind.HUMAN_NEEDED, kind);
    }

    @Test
    void a_comment_that_was_taken_is_sent() {
        PublishOutcome outcome = publish(sample("createComment-ok").toString());

        assertEquals(
                "-1_2_9090",
                assertInstanceOf(PublishOutcome.Sent.class, outcome).nativeReplyId());
    }

    private WireAnswer longPoll(WireRequest request, String name) {
        String server = "http://" + request.header("Host").orElse("") + "/poll";
        boolean check = request.path().equals("/poll");
        String body = check
                ? sample(name).toString()
                : "{\"response\":{\"key\":\"k\",\"server\":\"" + server + "\",\"ts\":\"7\"}}";
        return WireAnswer.of(200, "application/json", body);
    }

    @ParameterizedTest
    @CsvSource({"longpoll-empty, 8", "longpoll-failed1, 8", "longpoll-failed2, 7"})
    void every_answer_of_long_poll_is_understood(String name, String ts) {
        try (WireServer server = WireServer.open(request -> longPoll(request, name))) {
            VkAdapter adapter = adapter(server.address(), 1);
            SourceId events = adapter.sources().get(0);
            Cursor start = adapter.poll(events, Optional.empty(), 100).next();

            PostPage page = adapter.poll(events, Optional.of(start), 100);

            assertEquals(List.of(), page.changes());
            assertTrue(page.next().value().contains(ts));
        }
    }
}
