package org.otklik.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of a table, for people and for machines; immutable.
 *
 * @param text as people read it
 * @param raw as machines read it: plain digits, decimal point, ISO dates, seconds
 * @param size length of its bar in a chart
 */
record Cell(String text, String raw, double size) {

    static final Cell NONE = new Cell("–", "", 0);

    static Cell number(long value, ReportWords words) {
        return new Cell(words.number(value), Long.toString(value), value);
    }

    static Cell decimal(double value, int digits, ReportWords words) {
        return new Cell(words.decimal(value, digits), String.format(Locale.ROOT, "%." + digits + "f", value), value);
    }

    static Cell percent(Share share, ReportWords words) {
        return share.percent().isPresent() ? decimal(share.percent().getAsDouble(), 1, words) : NONE;
    }

    static Cell share(Share share, ReportWords words) {
        return new Cell(words.share(share), share.toString(), 0);
    }

    static Cell duration(Optional<Duration> value, ReportWords words) {
        return value.map(one -> new Cell(words.duration(value), Long.toString(one.toSeconds()), one.toSeconds()))
                .orElse(NONE);
    }

    static Cell day(LocalDate day, ReportWords words) {
        return new Cell(words.day(day), day.toString(), 0);
    }

    static Cell rank(int rank, ReportWords words) {
        return rank == 0 ? NONE : number(rank, words);
    }
}
