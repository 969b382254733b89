package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.Cursor;

/**
 * How far a source was read: what a cursor says; for one thread.
 *
 * <p>A round goes through a list, newest first, down to a floor. While it lasts, the cursor is mid-paging; when it is
 * over, the next round reads from the time at which this one began on.
 */
final class Round {

    /** Clocks of the network's own machines differ a little. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final WireJson JSON = WireJson.ofAnswers();

    /** Up to which time everything was read; empty before the first round. */
    private @Nullable Instant since;

    /** When the last round ended. */
    private @Nullable Instant ended;

    /** When the last round that reread old things began. */
    private @Nullable Instant reread;

    private boolean deep;
    private @Nullable Instant began;
    private @Nullable Instant newest;
    Instant floor = Instant.EPOCH;
    String anchor = "";
    String inner = "";
    boolean listed;
    List<String> todo = new ArrayList<>();

    private Round() {}

    static Round of(Optional<Cursor> cursor) {
        Round round = new Round();
        cursor.ifPresent(stored -> round.read(stored.value()));
        return round;
    }

    private void read(String stored) {
        try {
            JsonNode node = JSON.read(stored.getBytes(StandardCharsets.UTF_8));
            since = Fields.millis(node, "since").orElse(null);
            ended = Fields.millis(node, "ended").orElse(null);
            reread = Fields.millis(node, "reread").orElse(null);
            began = Fields.millis(node, "began").orElse(null);
            newest = Fields.millis(node, "newest").orElse(null);
            floor = Fields.millis(node, "floor").orElse(Instant.EPOCH);
            deep = Fields.flag(node, "deep").orElse(false);
            listed = Fields.flag(node, "listed").orElse(false);
            anchor = Fields.text(node, "anchor").orElse("");
            inner = Fields.text(node, "inner").orElse("");
            Fields.items(node, "todo").map(JsonNode::asText).forEach(todo::add);
        } catch (UnreadableJson e) {
            // A cursor of another version: everything recent is read again.
            since = null;
        }
    }

    Cursor cursor() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", 1);
        put(fields, "since", since);
        put(fields, "ended", ended);
        put(fields, "reread", reread);
        if (began != null) {
            put(fields, "began", began);
            put(fields, "newest", newest);
            put(fields, "floor", floor);
            fields.put("deep", deep);
            fields.put("listed", listed);
            fields.put("anchor", anchor);
            fields.put("inner", inner);
            fields.put("todo", todo);
        }
        return new Cursor(new String(JSON.write(fields), StandardCharsets.UTF_8));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Instant instant) {
        if (instant != null) {
            fields.put(name, instant.toEpochMilli());
        }
    }

    boolean isUnderWay() {
        return began != null;
    }

    /** Tells whether another node read it within the interval; a clock that went back does not stop reading. */
    boolean isTooEarly(Instant now, Duration every) {
        return !isUnderWay() && ended != null && !now.isBefore(ended) && now.isBefore(ended.plus(every));
    }

    /** Begins a round down to what the last one reached, or further down when it is time to reread. */
    void begin(Instant now, Duration rereadEvery, Duration rereadBack) {
        Instant back = now.minus(rereadBack);
        deep = reread == null || !now.isBefore(reread.plus(rereadEvery));
        Instant reached = since == null ? back : since.minus(OVERLAP);
        floor = deep && back.isBefore(reached) ? back : reached;
        began = now;
        newest = since;
        anchor = "";
        inner = "";
        listed = false;
        todo = new ArrayList<>();
    }

    /** Notes the time of something that was listed. */
    void saw(Instant at) {
        if (newest == null || at.isAfter(newest)) {
            newest = at;
        }
    }

    /** Ends the round. What was seen later than it began does not count: something before it may still be unread. */
    void end(Instant now) {
        if (deep) {
            reread = began;
        }
        since = newest != null && began != null && began.isBefore(newest) ? began : newest;
        ended = now;
        began = null;
    }
}
