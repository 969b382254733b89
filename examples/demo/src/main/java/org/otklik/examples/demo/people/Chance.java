package org.otklik.examples.demo.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/** What looks like chance but is the same in every run. */
final class Chance {

    private Chance() {}

    /** Tells whether something happens to a subject, in so many of a hundred cases. */
    static boolean of(int percent, String event, String subject) {
        return hash(event, subject) % 100 < percent;
    }

    static Duration between(Duration least, Duration most, String event, String subject) {
        return least.plusMinutes(
                hash(event, subject) % Math.max(1, most.minus(least).toMinutes()));
    }

    static <T> T pick(List<T> list, String event, String subject) {
        return list.get((int) (hash(event, subject) % list.size()));
    }

    private static long hash(String event, String subject) {
        CRC32 crc = new CRC32();
        crc.update((event + "|" + subject).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
