package org.otklik.adapters.max.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.MaxAdapter;
import org.otklik.adapters.max.MaxSettings;
import org.otklik.post.AccountId;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

/** The vendor's own recordings go through the whole adapter. */
class MaxSamplesTest {

    private static final AccountId ACCOUNT = AccountId.of("max", "official");
    private static final SourceId UPDATES = new SourceId(ACCOUNT, "updates");

    private final Optional<Path> samples = MaxSchema.folder("samples/max/stabs");
    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-04-01T09:00:00Z"));
    private WireAnswer answer = WireAnswer.of(200, "application/json", "{}");
    private final WireServer server = WireServer.open(request -> answer);
    private final MaxAdapter adapter = MaxAdapter.of(MaxSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
            .account("official")
            .baseUrl(server.address())
            .every(Duration.ZERO, Duration.ZERO, Duration.ZERO)
            .calls(1000)
            .build());

    @BeforeEach
    void samples_are_there() {
        assumeTrue(samples.isPresent(), "There are no samples in ../shared/samples/max; nothing is checked.");
        adapter.attach(InMemoryContext.of(clock, new SecretProvider() {
            @Override
            public Optional<String> secret(AccountId account, String name) {
                return Optional.of(name);
            }

            @Override
            public void rotate(AccountId account, String name, String value) {
                throw new UnsupportedOperationException("Nothing rotates in MAX.");
            }
        }));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Path> files(String begin) {
        try (Stream<Path> all = Files.list(samples.orElseThrow())) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(begin))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(bytes(samples.orElseThrow().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostPage polled(String name) {
        answer = WireAnswer.json(200, json(name));
        return adapter.poll(UPDATES, Optional.empty(), 100);
    }

    private WebhookDecision.Genuine delivered(Path file) {
        Map<String, List<String>> headers = Map.of("X-Max-Bot-Api-Secret", List.of("webhook-secret"));
        WebhookRequest request = WebhookRequest.of("POST", "", headers, bytes(file), Optional.empty());
        return assertInstanceOf(WebhookDecision.Genuine.class, adapter.decode(ACCOUNT, request));
    }

    @Test
    void a_recorded_message_with_a_forward_comes_with_all_it_says() {
        PostPage page = polled("update.message_created.json");

        Post post = assertInstanceOf(PostChange.Present.class, page.changes().get(0))
                .post();
        assertEquals(PostId.of("max", "chat:-70801090403050:mid.ffffbdb48e6c3775019d496b34394b84"), post.id());
        assertEquals("...", post.text());
        assertEquals(Optional.of("Лада седан - баклажан"), post.discussion().parentText());
        assertEquals(Optional.of(AuthorRef.of("max", "123456789", "John Doe")), post.author());
        assertEquals(Instant.ofEpochMilli(1775053255737L), post.publishedAt());
        assertEquals("1 25493970", page.next().value());
    }

    @Test
    void a_recorded_edit_counts_at_the_time_of_its_update() {
        PostPage page = polled("update.message_edited.json");

        Post post = assertInstanceOf(PostChange.Present.class, page.changes().get(0))
                .post();
        assertEquals("hi bot", post.text());
        assertEquals(Optional.of(Instant.ofEpochMilli(1775025604499L)), post.editedAt());
    }

    @Test
    void a_recorded_removal_names_what_the_edit_named() {
        PostId edited = polled("update.message_edited.json").changes().get(0).id();
        PostChange gone = polled("update.message_removed.json").changes().get(0);

        assertEquals(edited, assertInstanceOf(PostChange.Gone.class, gone).id());
    }

    @Test
    void every_recorded_update_is_read_without_objection() {
        List<Path> updates = files("update.");

        for (Path file : updates) {
            PostPage page = polled(String.valueOf(file.getFileName()));
            boolean message = String.valueOf(file.getFileName()).startsWith("update.message_")
                    && !String.valueOf(file.getFileName()).contains("callback");
            assertEquals(message ? 1 : 0, page.changes().size(), file.toString());
            assertEquals(List.of(), page.unreadable(), file.toString());
        }
        assertTrue(updates.size() >= 13, updates.size() + " files");
    }

    @Test
    void every_recorded_webhook_is_taken_and_says_what_polling_says() {
        List<Path> webhooks = files("webhook.");

        for (Path file : webhooks) {
            String name = String.valueOf(file.getFileName());
            List<PostChange> changes = delivered(file).changes();
            String polled = name.replace("webhook.", "update.");
            if (name.startsWith("webhook.message_") && !name.contains("callback")) {
                assertEquals(
                        polled(polled).changes().get(0).id(), changes.get(0).id(), name);
            } else {
                assertEquals(List.of(), changes, name);
            }
        }
        assertTrue(webhooks.size() >= 13, webhooks.size() + " files");
    }

    @Test
    void recorded_refusals_are_understood() {
        answer = WireAnswer.json(401, json("error.invalid-token.json"));
        assertEquals(FailureKind.TOKEN_INVALID, refused().kind());
    }

    private AdapterException refused() {
        try {
            adapter.poll(UPDATES, Optional.empty(), 100);
        } catch (AdapterException refused) {
            return refused;
        }
        throw new AssertionError("A refusal is taken for success.");
    }

    @Test
    void a_recorded_membership_that_may_read_lets_a_chat_be_read() {
        JsonNode member = json("chats/get-membership.json");

        answer = WireAnswer.json(200, member);
        adapter.decode(ACCOUNT, added());
        PostPage page = adapter.poll(new SourceId(ACCOUNT, "chat:-70801090403050"), Optional.empty(), 10);

        assertFalse(page.more());
    }

    private WebhookRequest added() {
        Map<String, List<String>> headers = Map.of("X-Max-Bot-Api-Secret", List.of("webhook-secret"));
        byte[] body = bytes(samples.orElseThrow().resolve("webhook.bot_added.json"));
        return WebhookRequest.of("POST", "", headers, body, Optional.empty());
    }

    @Test
    void what_the_samples_and_the_schema_disagree_about_is_reported(TestReporter report) {
        assumeTrue(MaxJudged.canJudge(), "../shared/schemas/max is not there, so nothing can be compared.");

        for (Path file : files("webhook.")) {
            List<String> problems = MaxJudged.judge().delivered(bytes(file));
            if (!problems.isEmpty()) {
                report.publishEntry(String.valueOf(file.getFileName()), problems.toString());
            }
        }
    }
}
