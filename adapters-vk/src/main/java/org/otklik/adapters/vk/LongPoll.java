package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/**
 * Reads the events of a community by Bots Long Poll; thread-safe. Server and key are kept in memory, {@code ts} is the
 * cursor: as long as it is not stored, the same events come again.
 */
final class LongPoll {

    private static final String VERSION = "1|";
    private static final int HISTORY_LOST = 1;
    private static final int KEY_EXPIRED = 2;
    private static final int ALL_LOST = 3;
    private static final int BAD_VERSION = 4;
    private static final int TRIES = 3;
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final WireJson JSON = WireJson.ofAnswers();

    private final VkCalls calls;
    private final HttpTransport transport;
    private final Duration wait;
    private final Events events;
    private final long group;
    private final Runnable historyLost;
    private @Nullable Server server;

    /** Where the events wait. */
    private record Server(String address, String key, String ts) {}

    LongPoll(VkCalls calls, VkSettings settings, Events events, long group, Runnable historyLost) {
        this.calls = calls;
        this.transport = settings.transport();
        this.wait = settings.longPollWait();
        this.events = events;
        this.group = group;
        this.historyLost = historyLost;
    }

    synchronized PostPage read(Optional<Cursor> cursor) {
        Optional<String> stored = cursor.map(Cursor::value)
                .filter(text -> text.startsWith(VERSION))
                .map(text -> text.substring(VERSION.length()));
        if (stored.isEmpty()) {
            return PostPage.of(List.of(), cursor(fresh().ts()), false);
        }
        String ts = stored.get();
        for (int tries = 0; tries < TRIES; tries++) {
            JsonNode answer = check(server == null ? fresh() : server, ts);
            int failed = (int) Fields.number(answer, "failed").orElse(0);
            if (failed == 0) {
                return page(answer, ts);
            }
            ts = recover(failed, answer, ts);
        }
        return PostPage.of(List.of(), cursor(ts), false);
    }

    private static Cursor cursor(String ts) {
        return new Cursor(VERSION + ts);
    }

    private Server fresh() {
        JsonNode answer = calls.call("groups.getLongPollServer", Map.of("group_id", String.valueOf(group)));
        Server fresh = new Server(
                Fields.text(answer, "server").orElse(""),
                Fields.text(answer, "key").orElse(""),
                Fields.text(answer, "ts").orElse(""));
        if (fresh.address().isEmpty() || fresh.ts().isEmpty()) {
            throw failed(FailureKind.TRANSIENT, "no-long-poll-server");
        }
        server = fresh;
        return fresh;
    }

    private CallFailed failed(FailureKind kind, String code) {
        return new CallFailed("The long poll of community " + group, ApiError.of(kind, code), false);
    }

    private JsonNode check(Server from, String ts) {
        String query = HttpCall.encode(
                Map.of("act", "a_check", "key", from.key(), "ts", ts, "wait", String.valueOf(wait.toSeconds())));
        try {
            URI address = URI.create(from.address() + (from.address().contains("?") ? "&" : "?") + query);
            HttpAnswer answer = transport.send(
                    HttpCall.get(address).within(new CallLimits(wait.plus(SPARE), CallLimits.STANDARD.largestBody())));
            if (!answer.isSuccess()) {
                throw lost("http-" + answer.status());
            }
            return JSON.read(answer.body());
        } catch (HttpFailure e) {
            throw lost("http-" + e.reason());
        } catch (UnreadableJson e) {
            throw lost("no-json");
        } catch (IllegalArgumentException e) {
            throw lost("bad-long-poll-server");
        }
    }

    /** Another server is asked for next time. */
    private CallFailed lost(String code) {
        server = null;
        return failed(FailureKind.TRANSIENT, code);
    }

    private PostPage page(JsonNode answer, String before) {
        List<PostChange> changes = new ArrayList<>();
        Fields.items(answer, "updates").forEach(event -> changes.addAll(events.changes(event, group)));
        return PostPage.of(changes, cursor(Fields.text(answer, "ts").orElse(before)), false);
    }

    /** Returns the {@code ts} to go on from. */
    private String recover(int failed, JsonNode answer, String ts) {
        switch (failed) {
            case HISTORY_LOST -> {
                historyLost.run();
                return Fields.text(answer, "ts").orElseGet(() -> fresh().ts());
            }
            case KEY_EXPIRED -> {
                fresh();
                return ts;
            }
            case ALL_LOST -> {
                historyLost.run();
                return fresh().ts();
            }
            case BAD_VERSION -> throw failed(FailureKind.CONFIGURATION, "long-poll-failed-" + BAD_VERSION);
            default -> throw lost("long-poll-failed-" + failed);
        }
    }
}
