package org.otklik.examples.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.otklik.PollReport;
import org.otklik.PublishReport;
import org.otklik.SweepReport;

/** Counts what the desk's steps did and prints a line each full hour. */
final class Progress {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

    private final PrintStream out;
    private final ZoneId zone;
    private int posts;
    private int incidents;
    private int replies;
    private int troubles;
    private int breaches;

    Progress(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void count(PollReport report) {
        posts += report.captured();
        incidents += report.registered();
        report.failures().forEach(failure -> out.println("  ! " + failure.subject() + ": " + failure.code()));
    }

    void count(PublishReport report) {
        replies += report.sent() + report.found();
        troubles += report.refused() + report.delayed() + report.unknown() + report.vanished();
    }

    void count(SweepReport report) {
        breaches += report.breached();
    }

    void hour(Instant now) {
        out.println(String.format(
                Locale.ROOT,
                "%s  пришло %d, инцидентов %d, ответов %d, сбоев %d, просрочек %d",
                HOUR.format(now.atZone(zone)),
                posts,
                incidents,
                replies,
                troubles,
                breaches));
    }
}
