package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.Cursor;

/**
 * How far a search or the mentions were read; immutable.
 *
 * <p>A round reads all that is newer than {@code since}, newest first, over any number of pages; only its end moves
 * {@code since} to the newest of the round. Then the posts read before are looked up, if that is due.
 *
 * @param since where the round began; 0 for a time instead
 * @param sinceAt when the post {@code since} was written; where the round begins in time if there is none
 * @param newest the newest of the round; 0 until its first page
 * @param newestAt when that was written
 * @param token of the next page; empty outside a round and for its first page
 * @param below of a page that was returned in part, the last id that was; 0 for none
 * @param paging whether a round is under way
 * @param looked how many of the known were looked up; -1 for no look-up
 * @param readAt when the last round ended
 * @param checkedAt when the last look-up ended
 * @param known ids of posts that were reported, newest last
 */
record XCursor(
        long since,
        Instant sinceAt,
        long newest,
        Instant newestAt,
        String token,
        long below,
        boolean paging,
        int looked,
        Instant readAt,
        Instant checkedAt,
        List<Long> known) {

    /** As many as fit into a cursor. */
    static final int MOST_KNOWN = 400;

    private static final WireJson JSON = WireJson.ofAnswers();
    private static final int RADIX = 36;

    /** Of an id in that radix, with a space. */
    private static final int LONGEST = 14;

    XCursor {
        known = List.copyOf(
                known.size() <= MOST_KNOWN ? known : known.subList(known.size() - MOST_KNOWN, known.size()));
    }

    /** Before the first round: it begins at an instant, and nothing needs to be looked up yet. */
    static XCursor first(Instant begin, Instant now) {
        return new XCursor(0, begin, 0, Instant.EPOCH, "", 0, false, -1, Instant.EPOCH, now, List.of());
    }

    XCursor from(long id, Instant at) {
        return new XCursor(id, at, newest, newestAt, token, below, true, looked, readAt, checkedAt, known);
    }

    XCursor seen(long id, Instant at) {
        return new XCursor(since, sinceAt, id, at, token, below, paging, looked, readAt, checkedAt, known);
    }

    XCursor at(String page, long lastReturned) {
        return new XCursor(
                since, sinceAt, newest, newestAt, page, lastReturned, true, looked, readAt, checkedAt, known);
    }

    /** The round begins anew: the same posts come again, none is left out. */
    XCursor again() {
        return new XCursor(since, sinceAt, 0, Instant.EPOCH, "", 0, true, looked, readAt, checkedAt, known);
    }

    /** The round is over. */
    XCursor ended(Instant now) {
        boolean something = newest > since;
        return new XCursor(
                something ? newest : since,
                something ? newestAt : sinceAt,
                0,
                Instant.EPOCH,
                "",
                0,
                false,
                looked,
                now,
                checkedAt,
                known);
    }

    XCursor looking(int done, List<Long> stillKnown) {
        return new XCursor(since, sinceAt, newest, newestAt, token, below, paging, done, readAt, checkedAt, stillKnown);
    }

    XCursor checked(Instant now, List<Long> stillKnown) {
        return new XCursor(since, sinceAt, newest, newestAt, token, below, paging, -1, readAt, now, stillKnown);
    }

    XCursor knowing(List<Long> more) {
        Set<Long> fresh = new LinkedHashSet<>(more);
        List<Long> all = new ArrayList<>(known.size() + fresh.size());
        for (Long id : known) {
            if (!fresh.contains(id)) {
                all.add(id);
            }
        }
        all.addAll(fresh);
        return new XCursor(since, sinceAt, newest, newestAt, token, below, paging, looked, readAt, checkedAt, all);
    }

    boolean isLooking() {
        return looked >= 0;
    }

    Cursor toCursor() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", 1);
        fields.put("since", since);
        fields.put("sinceAt", sinceAt.getEpochSecond());
        fields.put("newest", newest);
        fields.put("newestAt", newestAt.getEpochSecond());
        fields.put("token", token);
        fields.put("below", below);
        fields.put("paging", paging);
        fields.put("looked", looked);
        fields.put("readAt", readAt.toEpochMilli());
        fields.put("checkedAt", checkedAt.toEpochMilli());
        fields.put("known", writeKnown());
        return new Cursor(new String(JSON.write(fields), StandardCharsets.UTF_8));
    }

    private String writeKnown() {
        StringBuilder ids = new StringBuilder(known.size() * LONGEST);
        for (long id : known) {
            ids.append(ids.isEmpty() ? "" : " ").append(Long.toString(id, RADIX));
        }
        return ids.toString();
    }

    /**
     * Reads a cursor.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static XCursor parse(Cursor cursor) {
        try {
            return of(JSON.read(cursor.value().getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException("This is no cursor of X.", e);
        }
    }

    private static XCursor of(JsonNode json) {
        if (json.path("v").asInt() != 1) {
            throw new IllegalArgumentException("This is no cursor of X in version 1.");
        }
        return new XCursor(
                json.path("since").asLong(),
                Fields.seconds(json, "sinceAt").orElse(Instant.EPOCH),
                json.path("newest").asLong(),
                Fields.seconds(json, "newestAt").orElse(Instant.EPOCH),
                json.path("token").asText(),
                json.path("below").asLong(),
                json.path("paging").asBoolean(),
                json.path("looked").asInt(-1),
                Fields.millis(json, "readAt").orElse(Instant.EPOCH),
                Fields.millis(json, "checkedAt").orElse(Instant.EPOCH),
                readKnown(json.path("known").asText()));
    }

    private static List<Long> readKnown(String text) {
        List<Long> ids = new ArrayList<>(MOST_KNOWN);
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            int space = text.indexOf(' ', start);
            end = space < 0 ? text.length() : space;
            if (end > start) {
                ids.add(Long.parseLong(text, start, end, RADIX));
            }
        }
        return ids;
    }
}
