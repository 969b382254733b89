package org.otklik.training;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times as tables hold them: with an offset, without one in the region's zone, or as numbers of Excel. */
final class Moments {

    private static final List<DateTimeFormatter> LOCAL =
            List.of(strict("d.M.uuuu[ H:mm[:ss]]"), strict("uuuu-MM-dd[ H:mm[:ss]]"));
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}([.][0-9]{1,17})?");
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double SECONDS_A_DAY = 86_400;

    private final ZoneId zone;

    Moments(ZoneId zone) {
        this.zone = zone;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns the instant, or nothing if the text is none. */
    Optional<Instant> read(String text) {
        String moment = text.strip();
        if (SERIAL.matcher(moment).matches()) {
            long seconds = Math.round(Double.parseDouble(moment) * SECONDS_A_DAY);
            return Optional.of(FIRST_DAY.plusSeconds(seconds).atZone(zone).toInstant());
        }
        return withOffset(moment).or(() -> local(moment));
    }

    private static Optional<Instant> withOffset(String moment) {
        try {
            return Optional.of(OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> local(String moment) {
        String spaced = moment.replace('T', ' ');
        for (DateTimeFormatter format : LOCAL) {
            try {
                return Optional.of(atStart(format.parseBest(spaced, LocalDateTime::from, LocalDate::from)));
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    /** A day alone means its beginning. */
    private Instant atStart(TemporalAccessor read) {
        LocalDateTime moment = read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
        return moment.atZone(zone).toInstant();
    }
}
