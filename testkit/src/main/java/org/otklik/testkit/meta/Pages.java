package org.otklik.testkit.meta;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of an edge. A cursor is a place in the list, so that what was deleted leaves a page short or empty; only the
 * nodes of the page cost time.
 */
final class Pages {

    private static final int USUAL = 25;
    private static final String LEAD = "QVFI";

    private final Edge edge;
    private final boolean down;
    private final int from;
    private final int left;
    private final int count;
    private final boolean resting;

    /** Where the next page begins, and whether an empty page came before it already. */
    private record Cursor(int at, boolean rested) {

        @Override
        public String toString() {
            String plain = LEAD + (rested ? "r" : "p") + at;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        static Cursor of(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
                boolean rested = plain.charAt(LEAD.length()) == 'r';
                return new Cursor(Integer.parseInt(plain.substring(LEAD.length() + 1)), rested);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw GraphError.parameter("Invalid cursors values provided");
            }
        }
    }

    Pages(Edge edge, Params params, boolean restful) {
        this.edge = edge;
        down = edge.order() == Edge.Order.NEWEST_FIRST;
        int low = params.time("since").map(this::first).orElse(0);
        int high = params.time("until")
                .map(until -> first(until.plusSeconds(1)))
                .orElse(edge.items().size());
        @Nullable Cursor after = params.get("after").map(Cursor::of).orElse(null);
        int begin = down ? high : low;
        from = Math.min(high, Math.max(low, after == null ? begin : after.at));
        left = down ? from - low : high - from;
        resting = restful && left > 0 && (after == null || !after.rested);
        count = resting ? 0 : Math.min(left, params.limit(edge.most(), Math.min(USUAL, edge.most())));
    }

    /** Finds the first node that is not older than a time. */
    private int first(Instant time) {
        List<Node> items = edge.items();
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).at.isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Node> nodes() {
        List<Node> page = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Node node = edge.items().get(down ? from - 1 - i : from + i);
            if (edge.shows(node)) {
                page.add(node);
            }
        }
        return page;
    }

    /**
     * Writes the cursors and, if more may come, the address of the next page.
     *
     * @param link what the address of the next page repeats of the call, with the token
     */
    void paging(StringBuilder out, boolean empty, String place, Map<String, String> link) {
        boolean more = resting || (count > 0 && left > count);
        if (empty && !more) {
            return;
        }
        Cursor end = new Cursor(down ? from - count : from + count, resting);
        out.append(",\"paging\":{\"cursors\":{\"before\":\"")
                .append(new Cursor(from, true))
                .append("\",\"after\":\"")
                .append(end)
                .append("\"}");
        if (more) {
            out.append(",\"next\":");
            Json.text(out, next(place, link, end));
        }
        out.append('}');
    }

    private static String next(String place, Map<String, String> link, Cursor end) {
        StringBuilder next = new StringBuilder(place).append('?');
        link.forEach((name, value) -> {
            if (!name.equals("after")) {
                next.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return next.append("after=").append(end).toString();
    }
}
