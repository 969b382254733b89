package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.HttpTransport.MessageStream;
import org.otklik.adapters.http.StreamRefused;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.spi.WatchedQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * VK's Streaming API as a hint beside the searches: the free tier brings about one public post in a hundred, within
 * seconds.
 *
 * <p>The host runs it on a thread of its own until it closes it. What comes waits in the adapter for the next poll; what
 * does not fit is counted and left to the searches. Rules follow the watched queries. A lost line is opened again after
 * ever longer rests.
 */
public final class VkStream implements Runnable, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VkStream.class);
    private static final int EVENT = 100;
    private static final int SERVICE_MESSAGE = 300;

    /** How long nothing may come; a changed query becomes a rule at the latest then. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final WireJson JSON = WireJson.ofAnswers();

    private final VkAdapter adapter;
    private final Backoff backoff;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable MessageStream line;
    private int failures;

    private VkStream(VkAdapter adapter, Backoff backoff) {
        this.adapter = adapter;
        this.backoff = backoff;
    }

    /**
     * Returns a stream that is not running yet.
     *
     * @param adapter attached to a desk, with a reading account
     * @return the stream
     */
    public static VkStream of(VkAdapter adapter) {
        return new VkStream(adapter, adapter.settings().rests());
    }

    /**
     * Counts what was left to the searches since the buffer was full.
     *
     * @return since the adapter was attached
     */
    public long overflown() {
        return adapter.parts().stream().overflown();
    }

    /** Reads until it is closed or its thread is interrupted. */
    @Override
    public void run() {
        do {
            try {
                listen();
            } catch (CallFailed | HttpFailure | StreamRefused e) {
                failures++;
                log.info("VK's stream was lost and is opened again: {}", e.getMessage());
            }
        } while (!rest());
    }

    /** Waits before the next attempt; true if there is to be none. */
    private boolean rest() {
        Duration wait =
                backoff.after(Math.max(1, failures), adapter.parts().context().random());
        try {
            return Thread.currentThread().isInterrupted() || closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        MessageStream open = line;
        if (open != null) {
            open.close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void listen() {
        VkCalls calls = adapter.parts()
                .reader()
                .orElseThrow(() -> new IllegalStateException("VK's stream needs a reading account."));
        JsonNode server = calls.call("streaming.getServerUrl", Map.of());
        String endpoint = Fields.text(server, "endpoint").orElse("");
        String key = HttpCall.encode(Map.of("key", Fields.text(server, "key").orElse("")));
        String secure = "https".equals(adapter.settings().baseUrl().getScheme()) ? "s" : "";
        HttpTransport transport = adapter.settings().transport();
        StreamRules rules = new StreamRules(
                transport,
                URI.create("http" + secure + "://" + endpoint + "/rules/?" + key),
                adapter.settings().mostWays());
        List<WatchedQuery> queries = adapter.parts().pages().queries();
        rules.synchronise(queries);
        URI address = URI.create("ws" + secure + "://" + endpoint + "/stream/?" + key);
        try (MessageStream opened = transport.socket(HttpCall.get(address))) {
            line = opened;
            read(opened, rules, queries);
        } finally {
            line = null;
        }
    }

    private void read(MessageStream opened, StreamRules rules, List<WatchedQuery> first) {
        List<WatchedQuery> queries = first;
        boolean goesOn = true;
        while (goesOn && !isClosed()) {
            goesOn = take(opened.next(SILENCE));
            failures = 0;
            List<WatchedQuery> now = adapter.parts().pages().queries();
            if (!now.equals(queries)) {
                rules.synchronise(now);
                queries = now;
            }
        }
    }

    /** Takes a message; false if VK wants a new line. */
    private boolean take(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            JsonNode message = JSON.read(text.getBytes(StandardCharsets.UTF_8));
            long code = Fields.number(message, "code").orElse(0);
            if (code == EVENT) {
                change(message.path("event")).ifPresent(adapter.parts().stream()::add);
            }
            return code != SERVICE_MESSAGE;
        } catch (UnreadableJson e) {
            log.debug("A message of VK's stream cannot be read.", e);
            return true;
        }
    }

    private Optional<PostChange> change(JsonNode event) {
        JsonNode id = event.path("event_id");
        OptionalLong owner = Fields.number(id, "post_owner_id");
        OptionalLong post = Fields.number(id, "post_id");
        Optional<Instant> at = Fields.seconds(event, "creation_time");
        if (owner.isEmpty() || post.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        NativeId found = NativeId.ofPost(owner.getAsLong(), post.getAsLong())
                .withComment(Fields.number(id, "comment_id").orElse(0));
        if (Fields.text(event, "action").orElse("").equals("delete")) {
            return Optional.of(new PostChange.Gone(
                    found.id(), Fields.seconds(event, "action_time").orElse(at.get())));
        }
        return Optional.of(new PostChange.Present(post(event, found, at.get())));
    }

    private Post post(JsonNode event, NativeId id, Instant at) {
        PostBuilder builder = Post.builder(id.id(), at)
                .text(plain(Fields.text(event, "text").orElse("")))
                .address(id.address(OptionalLong.empty()));
        Discussion wall = id.isComment() ? Discussion.under(id.root().id()) : Discussion.NONE;
        builder.discussion(wall.withPage(adapter.parts().pages().nameOf(id.owner())));
        Fields.number(event.path("author"), "id")
                .ifPresent(author ->
                        builder.author(new AuthorRef(VkAdapter.NETWORK, String.valueOf(author), Optional.empty())));
        Fields.items(event, "tags")
                .flatMap(tag -> StreamRules.query(tag.asText()).stream())
                .findFirst()
                .ifPresent(builder::matchedQuery);
        return builder.build();
    }

    /** The stream writes line ends and special characters as HTML does. */
    private static String plain(String text) {
        return text.replaceAll("(?i)<br ?/?>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
