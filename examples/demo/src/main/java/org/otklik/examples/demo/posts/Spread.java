package org.otklik.examples.demo.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Gives every line a time on the demo's day. */
final class Spread {

    private static final LocalTime FIRST = LocalTime.of(6, 0);
    private static final LocalTime LAST = LocalTime.of(23, 0);

    private final LocalDate day;
    private final ZoneId zone;

    Spread(LocalDate day, ZoneId zone) {
        this.day = day;
        this.zone = zone;
    }

    /** Keeps given times if all lie on the day, else moves each to the same hour of the day; the rest in file order. */
    List<PostLine> over(List<PostLine> lines) {
        boolean fits = lines.stream()
                .flatMap(line -> line.at().stream())
                .allMatch(at -> dayOf(at).equals(day));
        List<PostLine> timed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PostLine line = lines.get(i);
            Instant at = line.at().map(given -> fits ? given : sameHour(given)).orElse(inOrder(i, lines.size()));
            timed.add(line.at(at));
        }
        return timed;
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant sameHour(Instant at) {
        return ZonedDateTime.of(day, at.atZone(zone).toLocalTime(), zone).toInstant();
    }

    private Instant inOrder(int index, int size) {
        Duration share = Duration.between(FIRST, LAST).multipliedBy(index).dividedBy(size);
        return ZonedDateTime.of(day, FIRST, zone).plus(share).toInstant();
    }
}
