package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.otklik.adapters.json.Fields;

/** Reads times as Graph writes them. Java's own parser takes as long for one as all the rest of a post. */
final class GraphTime {

    private static final String SHAPE = "0000-00-00T00:00:00+0000";
    private static final int HOURS = 24;
    private static final int SECONDS = 60;

    private GraphTime() {}

    /** The instant of a field such as {@code 2020-01-16T14:03:36+0000}, or of the Unix seconds of webhooks. */
    static Optional<Instant> read(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            return Fields.seconds(node, name);
        }
        try {
            String text = value.textValue();
            return Optional.of(
                    isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Fields.seconds(node, name);
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char shape = SHAPE.charAt(i);
            char c = text.charAt(i);
            boolean fits = shape == '0' ? c >= '0' && c <= '9' : c == shape || (shape == '+' && c == '-');
            if (!fits) {
                return false;
            }
        }
        return number(text, 11, 13) < HOURS && number(text, 17, 19) < SECONDS;
    }

    private static Instant usual(String text) {
        int offset = number(text, 20, 22) * SECONDS + number(text, 22, 24);
        int minutes = text.charAt(19) == '-' ? -offset : offset;
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(minutes == 0 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(minutes * SECONDS));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
