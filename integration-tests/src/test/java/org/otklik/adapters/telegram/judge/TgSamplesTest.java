package org.otklik.adapters.telegram.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.telegram.TelegramAdapter;
import org.otklik.adapters.telegram.TelegramSettings;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.PostPage;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

/** What others recorded or wrote down of the real network is read as what it is. */
class TgSamplesTest {

    private static final AccountId ACCOUNT = AccountId.of("telegram", "samara");

    private Path samples = Path.of("");

    @BeforeEach
    void find() {
        Optional<Path> folder = BotApi.find("samples/telegram");
        assumeTrue(folder.isPresent(), "The samples of Telegram are not beside the checkout.");
        samples = folder.get();
    }

    private String sample(String name) {
        return BotApi.read(samples.resolve(name + ".json")).toString();
    }

    private static TelegramAdapter adapter(URI base) {
        TelegramAdapter adapter =
                TelegramAdapter.of(TelegramSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                        .account(ACCOUNT.name())
                        .baseUrl(base)
                        .build());
        adapter.attach(InMemoryContext.of(SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z")), new Safe()));
        return adapter;
    }

    private static final class Safe implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.of(name.equals("bot-token") ? "7:canary" : "hook");
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            throw new UnsupportedOperationException("Tokens of Telegram do not change by themselves.");
        }
    }

    private PostPage poll(int status, String answer) {
        try (WireServer server = WireServer.open(request -> WireAnswer.of(status, "application/json", answer))) {
            TelegramAdapter adapter = adapter(server.address());
            return adapter.poll(adapter.sources().get(0), Optional.empty(), 100);
        }
    }

    private static void assertRead(List<PostChange> changes) {
        Post post = assertInstanceOf(PostChange.Present.class, changes.get(0)).post();
        assertEquals(PostId.of("telegram", "bot7:1111111:1365"), post.id());
        assertEquals("Bold and italics", post.text());
        assertEquals(Instant.ofEpochSecond(1_441_645_532L), post.publishedAt());
        assertEquals("Original", post.discussion().parentText().orElseThrow());
        assertEquals(
                "Test Firstname Test Lastname",
                post.author().orElseThrow().displayName().orElseThrow());
    }

    @Test
    void an_update_is_read_whatever_else_stands_in_it() {
        PostPage page = poll(200, sample("ResponseWithoutError"));

        assertRead(page.changes());
        assertEquals("1:10001", page.next().value());
        assertEquals(List.of(), page.unreadable());
    }

    @Test
    void a_delivery_is_read_as_well() {
        WebhookRequest request = WebhookRequest.of(
                "POST",
                "",
                Map.of("X-Telegram-Bot-Api-Secret-Token", List.of("hook")),
                sample("Update").getBytes(StandardCharsets.UTF_8),
                Optional.empty());

        WebhookDecision decision = adapter(URI.create("http://127.0.0.1:1")).decode(ACCOUNT, request);

        assertRead(assertInstanceOf(WebhookDecision.Genuine.class, decision).changes());
    }

    @Test
    void an_error_is_read_with_its_parameters() {
        AdapterException failure = assertThrows(AdapterException.class, () -> poll(400, sample("ResponseWithError")));

        assertEquals(Optional.of("tg-400-migrated:12345"), failure.code());
    }

    /** The samples are older than the description: what differs is told and fails nothing. */
    @Test
    void where_the_samples_differ_from_the_description_is_reported(TestReporter reporter) {
        BotApi api = BotApi.find().orElseThrow();
        List<String> problems = api.value(
                JsonNodeFactory.instance.arrayNode().add("Update"),
                BotApi.read(samples.resolve("Update.json")),
                "update");

        problems.forEach(problem -> reporter.publishEntry("differs", problem));

        assertTrue(
                problems.stream().allMatch(problem -> problem.matches("update\\..* is (unknown|missing)")),
                problems::toString);
    }
}
