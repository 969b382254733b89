package org.otklik.internal.region;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockName;
import org.otklik.sla.TargetCondition;
import org.otklik.sla.TargetRow;

/** Reads one target of {@code sla.json}: how long a clock may run for which cases. */
final class TargetEntry {

    private TargetEntry() {}

    static Optional<TargetRow> read(Entry entry) {
        Optional<ClockName> clock = entry.needed("clock", ClockName::of, "value.id");
        Optional<Duration> length = entry.optional("length", Duration::parse, "value.duration");
        Optional<CalendarCode> calendar = entry.optional("calendar", CalendarCode::of, "value.id");
        List<Integer> warnings = entry.list("warnAt", Integer::valueOf, "value.number");
        TargetCondition condition = condition(entry);
        return entry.build(() ->
                new TargetRow(clock.orElseThrow(), length, calendar.orElse(CalendarCode.ALWAYS), warnings, condition));
    }

    private static TargetCondition condition(Entry entry) {
        return new TargetCondition(
                entry.optionalChoice("kind", MessageKind.class),
                entry.optionalChoice("severity", Severity.class),
                entry.optional("topic", TopicId::of, "value.id"),
                entry.text("fastTrack").isPresent() ? Optional.of(entry.flag("fastTrack")) : Optional.empty(),
                entry.optional("lead", BodyId::of, "value.id"),
                entry.optional("network", NetworkId::of, "value.network"));
    }
}
