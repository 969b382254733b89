package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.http.HttpTransport.MessageStream;
import org.otklik.adapters.http.StreamRefused;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to X's filtered stream, so that posts are known within seconds; run by the host on a thread of its own.
 *
 * <p>The stream is a hint. Its posts wait in the adapter until the source {@code stream} is polled; what is lost while it
 * is broken is found by the searches, which are read at once when it is back. X allows one stream an application.
 * {@link #run()} ends after {@link #close()}, which any thread may call, or when its thread is interrupted.
 */
public final class XStream implements Runnable, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(XStream.class);

    /** X sends a sign of life every 20 seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** A rule works about that long after it was added. */
    private static final Duration RULES_WORK = Duration.ofSeconds(20);

    private static final Duration NOTHING_TO_DO = Duration.ofMinutes(1);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

    private final XSettings settings;
    private final XCalls calls;
    private final XPosts posts;
    private final XSpend spend;
    private final XBuffer buffer;
    private final XRules rules;
    private final Supplier<Map<String, String>> wanted;
    private final InstantSource time;
    private final Pause pause;
    private final WireJson json = WireJson.ofAnswers();

    private Map<String, String> inForce = Map.of();
    private int failures;
    private volatile boolean closed;
    private volatile @Nullable MessageStream open;

    /** Waits, or is told that nothing more is wanted. */
    @FunctionalInterface
    interface Pause {

        void sleep(Duration duration) throws InterruptedException;
    }

    /** What the stream shares with its adapter. */
    record Parts(XSettings settings, XCalls calls, XPosts posts, XSpend spend, XBuffer buffer, InstantSource time) {}

    XStream(Parts parts, Supplier<Map<String, String>> wanted, @Nullable Pause pause) {
        this.settings = parts.settings();
        this.calls = parts.calls();
        this.posts = parts.posts();
        this.spend = parts.spend();
        this.buffer = parts.buffer();
        this.time = parts.time();
        this.rules = new XRules(parts.calls());
        this.wanted = wanted;
        this.pause = pause == null ? this::sleep : pause;
    }

    /** Thrown by a line that says why the stream ends. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean tooMany;

        Ended(boolean tooMany) {
            super("X ended the stream");
            this.tooMany = tooMany;
        }
    }

    /** Listens until it is closed; waits and connects again after every trouble. */
    @Override
    public void run() {
        try {
            while (!closed) {
                pause.sleep(listen());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens until something breaks; tells how long to wait before the next attempt. */
    private Duration listen() throws InterruptedException {
        try {
            return connect();
        } catch (HttpFailure e) {
            return closed ? Duration.ZERO : after("the line broke: " + e.reason(), networkWait(++failures));
        } catch (Ended e) {
            return after("X ended it", e.tooMany ? rateWait(++failures) : networkWait(++failures));
        } catch (StreamRefused e) {
            return after("X answered " + e.answer().status(), refusedWait(e.answer()));
        } catch (CallFailed e) {
            boolean rate = e.error().kind() == FailureKind.RATE_LIMIT;
            Duration own = rate ? rateWait(++failures) : httpWait(++failures);
            return after(String.valueOf(e.getMessage()), own);
        }
    }

    private static Duration after(String trouble, Duration wait) {
        log.info("The stream of X waits {} because {}.", wait, trouble);
        return wait;
    }

    private Duration refusedWait(HttpAnswer answer) {
        failures++;
        return answer.status() == 429 ? rateWait(failures) : httpWait(failures);
    }

    /** A quarter of a second more each time, up to 16 seconds. */
    static Duration networkWait(int failures) {
        return Duration.ofMillis(Math.min(250L * failures, 16_000));
    }

    /** From 5 seconds on twice as long each time, up to 320. */
    static Duration httpWait(int failures) {
        return Duration.ofSeconds(Math.min(5L << Math.min(failures - 1, 10), 320));
    }

    /** From a minute on twice as long each time, up to a quarter of an hour, in which limits come back. */
    static Duration rateWait(int failures) {
        return Duration.ofSeconds(Math.min(60L << Math.min(failures - 1, 10), 900));
    }

    private Duration connect() throws InterruptedException {
        if (spend.affordable(1, false) < 1) {
            Duration tomorrow = spend.untilTomorrow();
            return tomorrow.compareTo(LONGEST_SLEEP) < 0 ? tomorrow : LONGEST_SLEEP;
        }
        if (synchronise()) {
            pause.sleep(RULES_WORK);
        }
        if (inForce.isEmpty() || closed) {
            return NOTHING_TO_DO;
        }
        try (MessageStream lines = settings.transport().lines(calls.stream("/2/tweets/search/stream", fields()))) {
            open = lines;
            buffer.connected(time.instant());
            while (!closed) {
                line(lines.next(SILENCE));
            }
        } finally {
            open = null;
        }
        return Duration.ZERO;
    }

    /** The stream's own specification never left the older words. */
    private static Map<String, String> fields() {
        return XFields.of(XSettings.Spelling.TWEET);
    }

    private boolean synchronise() {
        Map<String, String> now = wanted.get();
        boolean added = rules.synchronise(now);
        inForce = now;
        return added;
    }

    /** A blank line is a sign of life, and a moment to see whether the watch list changed. */
    private void line(String line) {
        if (line.isBlank()) {
            failures = 0;
            if (!wanted.get().equals(inForce)) {
                synchronise();
            }
            return;
        }
        JsonNode body;
        try {
            body = json.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableJson e) {
            log.warn("A line of X's stream cannot be read; the searches will find what it said.");
            return;
        }
        if (!body.path("data").isObject()) {
            throw new Ended(XRules.isTooManyConnections(body));
        }
        failures = 0;
        Optional<String> query = XRules.query(body);
        spend.paid(1, false);
        posts.read(body, query).versions().forEach(version -> buffer.add(version.post(), time.instant()));
    }

    /**
     * Counts posts for which there was no room; the searches find them.
     *
     * @return since the adapter was attached
     */
    public long dropped() {
        return buffer.dropped();
    }

    private synchronized void sleep(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toMillis(); left > 0 && !closed; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    @Override
    public void close() {
        closed = true;
        MessageStream lines = open;
        if (lines != null) {
            lines.close();
        }
        synchronized (this) {
            notifyAll();
        }
    }
}
