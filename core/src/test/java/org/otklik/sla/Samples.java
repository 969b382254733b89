package org.otklik.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/** Calendars, policies and cases that several tests share. */
final class Samples {

    static final ZoneId SAMARA = ZoneId.of("Europe/Samara");
    static final CalendarCode OFFICE = CalendarCode.of("office");
    static final WorkHours MORNING = WorkHours.parse("09:00-13:00");
    static final WorkHours AFTERNOON = WorkHours.parse("14:00-18:00");
    static final WorkHours NINE_HOURS = WorkHours.parse("09:00-18:00");

    private Samples() {}

    /** An office with a lunch break; Saturday 1 November is worked for Monday the 3rd, and 31 December is short. */
    static WorkCalendar office(ZoneId zone) {
        return WorkCalendar.builder(OFFICE, zone)
                .mondayToFriday(MORNING, AFTERNOON)
                .holiday(LocalDate.of(2025, 11, 3))
                .holiday(LocalDate.of(2025, 11, 4))
                .workedLike(LocalDate.of(2025, 11, 1), DayOfWeek.MONDAY)
                .shortDay(LocalDate.of(2025, 12, 31), Duration.ofHours(1))
                .holiday(LocalDate.of(2026, 1, 1))
                .holiday(LocalDate.of(2026, 1, 2))
                .lastKnownDay(LocalDate.of(2028, 12, 31))
                .build();
    }

    /** A duty desk that is open through the night and on Sundays. */
    static WorkCalendar duty(ZoneId zone) {
        return WorkCalendar.builder(OFFICE, zone)
                .mondayToFriday(WorkHours.WHOLE_DAY)
                .hours(DayOfWeek.SUNDAY, WorkHours.parse("00:00-02:30"), WorkHours.parse("02:30-04:15"))
                .lastKnownDay(LocalDate.of(2028, 12, 31))
                .build();
    }

    /** Nine working hours, four if pressing; an interim answer gives seven working days of nine hours. */
    static TargetTable sevastopol2020() {
        return TargetTable.builder("sevastopol-2020")
                .row(TargetRow.of(ClockName.FINAL, Duration.ofHours(9)).on(OFFICE))
                .row(TargetRow.of(ClockName.FINAL, Duration.ofHours(4))
                        .on(OFFICE)
                        .severity(Severity.ELEVATED))
                .afterInterim(
                        TargetRow.of(ClockName.FINAL, Duration.ofHours(63)).on(OFFICE))
                .build();
    }

    static SlaSubject complaint() {
        return subject(MessageKind.COMPLAINT, Severity.NORMAL, "roads.potholes");
    }

    static SlaSubject subject(MessageKind kind, Severity severity, String topic) {
        Instant published = Instant.parse("2025-11-05T05:00:00Z");
        return new SlaSubject(
                kind,
                severity,
                Optional.of(TopicId.of(topic)),
                true,
                Optional.of(BodyId.of("adm-tolyatti")),
                NetworkId.of("vk"),
                published.plusSeconds(120),
                published,
                published.plusSeconds(60));
    }

    static Instant samara(String wallTime) {
        return LocalDateTime.parse(wallTime).atZone(SAMARA).toInstant();
    }

    static ClockTarget officeHours(int hours) {
        return new ClockTarget(Duration.ofHours(hours), OFFICE, List.of(75), "test");
    }
}
