package org.otklik.adapters.twitter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads times as X writes them. Java's own parser takes as long for one as all the rest of a post. */
final class XTime {

    private static final String SHAPE = "0000-00-00T00:00:00.000Z";

    /** Midnight as 24:00 and leap seconds are left to Java. */
    private static final int HOURS = 24;

    private static final int SECONDS = 60;
    private static final int NANOS_A_MILLI = 1_000_000;

    private XTime() {}

    /** The instant of a text such as {@code 2026-11-22T21:00:00.000Z}; other ISO forms are read by Java. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(isUsual(text) ? usual(text) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            if (SHAPE.charAt(i) == '0' ? c < '0' || c > '9' : c != SHAPE.charAt(i)) {
                return false;
            }
        }
        return number(text, 11, 13) < HOURS && number(text, 17, 19) < SECONDS;
    }

    private static Instant usual(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * NANOS_A_MILLI)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
