package org.otklik.internal.region;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.otklik.classify.MessageKind;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockAnchor;
import org.otklik.sla.EscalationLadder;
import org.otklik.sla.EscalationLevel;
import org.otklik.sla.InvalidSlaException;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.TargetRow;
import org.otklik.sla.TargetTable;
import org.otklik.sla.TargetTableBuilder;
import org.otklik.sla.WorkCalendar;
import org.otklik.sla.WorkCalendarBuilder;
import org.otklik.sla.WorkCalendars;
import org.otklik.sla.WorkHours;

/** Reads {@code sla.json}: working hours, targets and escalation. */
final class DeadlinesFile {

    static final String NAME = "sla.json";

    private final Entry root;
    private final FileContent<CalendarFile.Day> days;
    private final PackParts parts;
    private final ZoneId zone;
    private final Set<String> declared = new HashSet<>(Set.of(CalendarCode.ALWAYS.value()));

    private DeadlinesFile(Entry root, FileContent<CalendarFile.Day> days, PackParts parts, ZoneId zone) {
        this.root = root;
        this.days = days;
        this.parts = parts;
        this.zone = zone;
    }

    static Optional<Deadlines> read(PackFiles files, PackParts parts, ZoneId zone) {
        FileContent<CalendarFile.Day> days = CalendarFile.read(files);
        return files.json(NAME).flatMap(root -> new DeadlinesFile(root, days, parts, zone).deadlines());
    }

    private Optional<Deadlines> deadlines() {
        Optional<WorkCalendars> calendars = calendars();
        Optional<SlaPolicy> policy = policy();
        Optional<EscalationLadder> ladder = ladder();
        Optional<Entry> sound = root.build(() -> root);
        return sound.isEmpty() || calendars.isEmpty() || policy.isEmpty() || ladder.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deadlines(calendars.get(), policy.get(), ladder.get()));
    }

    private Optional<WorkCalendars> calendars() {
        List<WorkCalendar> calendars = new ArrayList<>();
        for (Entry entry : root.objects("calendars")) {
            Optional<CalendarCode> code = entry.needed("code", CalendarCode::of, "value.id");
            List<WorkHours> hours = entry.list("mondayToFriday", WorkHours::parse, "value.hours");
            entry.peek("code").ifPresent(declared::add);
            if (days.read()) {
                entry.build(() -> calendar(code.orElseThrow(), hours)).ifPresent(calendars::add);
            }
        }
        days.sound().forEach(day -> checkCalendar(day.entry(), day.value().calendar()));
        return built(root, () -> WorkCalendars.of(calendars));
    }

    private WorkCalendar calendar(CalendarCode code, List<WorkHours> hours) {
        WorkCalendarBuilder builder = WorkCalendar.builder(code, zone).mondayToFriday(hours.toArray(new WorkHours[0]));
        days.values().stream().filter(day -> day.calendar().equals(code)).forEach(day -> day.tell(builder));
        return builder.build();
    }

    private void checkCalendar(Entry entry, CalendarCode code) {
        if (!declared.contains(code.value())) {
            entry.wrong("calendar.unknown", code);
        }
    }

    private Optional<SlaPolicy> policy() {
        TargetTableBuilder table = TargetTable.builder(root.required("version"));
        root.choice("anchor", ClockAnchor.class).ifPresent(table::anchor);
        root.optional("pauseLimit", Duration::parse, "value.duration").ifPresent(table::pauseLimit);
        root.optional("maxPostponements", Integer::valueOf, "value.number").ifPresent(table::maxPostponements);
        root.optional("reopenWindow", Duration::parse, "value.duration").ifPresent(table::reopenWindow);
        table.withoutDeadline(root.choices("withoutDeadline", MessageKind.class).toArray(new MessageKind[0]));
        List<Entry> entries = root.objects("targets");
        entries.forEach(entry -> target(entry).ifPresent(table::row));
        root.object("afterInterim").flatMap(entry -> target(entry)).ifPresent(table::afterInterim);
        return entries.stream().allMatch(Entry::isSound) ? built(root, table::build) : Optional.empty();
    }

    private Optional<TargetRow> target(Entry entry) {
        Optional<TargetRow> row = TargetEntry.read(entry);
        row.ifPresent(one -> checkReferences(entry, one));
        return row;
    }

    private void checkReferences(Entry entry, TargetRow row) {
        checkCalendar(entry, row.calendar());
        row.when()
                .topic()
                .filter(topic -> !parts.topics().mayHave(topic))
                .ifPresent(topic -> entry.wrong("reference.topic", topic));
        row.when()
                .lead()
                .filter(body -> !parts.bodies().mayHave(body))
                .ifPresent(body -> entry.wrong("reference.body", body));
    }

    private Optional<EscalationLadder> ladder() {
        List<EscalationLevel> levels = new ArrayList<>();
        for (Entry entry : root.objects("escalation")) {
            Optional<Integer> level = entry.needed("level", Integer::valueOf, "value.number");
            Optional<Integer> percent = entry.needed("percent", Integer::valueOf, "value.number");
            Optional<Duration> overrun = entry.optional("overrun", Duration::parse, "value.duration");
            List<String> recipients = entry.texts("recipients");
            entry.build(() -> new EscalationLevel(
                            level.orElseThrow(), percent.orElseThrow(), overrun.orElse(Duration.ZERO), recipients))
                    .ifPresent(levels::add);
        }
        return built(root, () -> new EscalationLadder(levels));
    }

    /** Builds what checks itself, and notes every mistake that it finds. */
    private static <T> Optional<T> built(Entry entry, Supplier<T> builder) {
        try {
            return entry.isSound() ? Optional.of(builder.get()) : Optional.empty();
        } catch (InvalidSlaException e) {
            e.mistakes().forEach(mistake -> entry.wrong("entry.rejected", mistake));
            return Optional.empty();
        }
    }
}
