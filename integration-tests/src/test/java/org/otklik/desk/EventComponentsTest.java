package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.instruction.InstructionEvent;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.ReplyHash;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;

/** Events are for ever, so they hold ids, codes, numbers, times and hashes only: no text can hide in them. */
class EventComponentsTest {

    private static final Set<Class<?>> FAMILIES =
            Set.of(IncidentEvent.class, InstructionEvent.class, SignalEvent.class, ClockEvent.class);

    /** Values whose shape leaves no room for words. */
    private static final Set<Class<?>> SHAPED = Set.of(
            IncidentId.class,
            InstructionId.class,
            DraftId.class,
            PublicationId.class,
            BodyId.class,
            PlaceId.class,
            TopicId.class,
            PostId.class,
            AccountId.class,
            ReplyHash.class,
            ClockName.class,
            CalendarCode.class,
            Instant.class,
            Duration.class,
            LocalDate.class,
            Integer.class);

    /** Strings that are codes: of a person of the directory, a reason, a rule, a version, another system, a number. */
    private static final Set<String> CODES = Set.of(
            "IncidentEvent.Registered.number",
            "IncidentEvent.Imported.number",
            "IncidentEvent.Imported.system",
            "IncidentEvent.RouteFailed.reason",
            "IncidentEvent.Redirected.reason",
            "IncidentEvent.Declined.reason",
            "IncidentEvent.Drafted.author",
            "IncidentEvent.DraftRevised.author",
            "IncidentEvent.ReworkRequested.criterion",
            "IncidentEvent.DraftVoided.reason",
            "IncidentEvent.PublicationSent.nativeReplyId",
            "IncidentEvent.PublicationRefused.reason",
            "IncidentEvent.PublicationDoubtful.reason",
            "IncidentEvent.PublicationDelayed.reason",
            "IncidentEvent.PublicationVanished.reason",
            "IncidentEvent.PublicationCancelled.reason",
            "IncidentEvent.AnswerAccepted.key",
            "IncidentEvent.AnswerDeclined.key",
            "IncidentEvent.AnswerDeclined.reason",
            "IncidentEvent.Postponed.reason",
            "IncidentEvent.Resumed.reason",
            "IncidentEvent.ReturnedToWork.reason",
            "IncidentEvent.Waived.reason",
            "IncidentEvent.Closed.reason",
            "IncidentEvent.Reopened.reason",
            "IncidentEvent.Rejected.reason",
            "IncidentEvent.ExternalLinked.system",
            "InstructionEvent.Issued.number",
            "InstructionEvent.Issued.author",
            "InstructionEvent.ExtensionRequested.reason",
            "InstructionEvent.Returned.reason",
            "InstructionEvent.Confirmed.controller",
            "InstructionEvent.Cancelled.reason",
            "InstructionEvent.ExternalLinked.system",
            "SignalEvent.Revised.contentHash",
            "SignalEvent.Dismissed.reason",
            "SignalEvent.Dismissed.version",
            "SignalEvent.SentToReview.reason",
            "SignalEvent.SentToReview.version",
            "SignalEvent.HandedOver.reason",
            "SignalEvent.HandedOver.version",
            "SignalEvent.Quarantined.reason",
            "SignalEvent.Attached.reason",
            "ClockEvent.Paused.reason",
            "ClockEvent.Cancelled.reason",
            "Approval.approver",
            "Assessment.version",
            "ClockTarget.policyVersion",
            "Evidence.rule",
            "OfficialAnswer.key",
            "Route.Routed.packVersion",
            "Route.Routed.ruleId");

    @Test
    void no_component_of_any_event_has_room_for_free_text() {
        Set<String> strings = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();

        FAMILIES.forEach(family -> events(family).forEach(event -> walk(event, seen, strings, unknown)));

        assertEquals(Set.of(), unknown, "components of types that nobody judged");
        assertEquals(new TreeSet<>(CODES), strings, "strings in events; each must be a named code");
        assertTrue(seen.size() > 60, "The walk saw only " + seen.size());
    }

    @Test
    void the_walk_sees_a_text_where_there_is_one() {
        record Confession(String text, Optional<List<StringBuilder>> more) {}
        Set<String> strings = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();

        walk(Confession.class, new HashSet<>(), strings, unknown);

        assertFalse(strings.isEmpty());
        assertFalse(unknown.isEmpty());
    }

    private static Stream<Class<?>> events(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses());
    }

    private static void walk(Class<?> type, Set<Class<?>> seen, Set<String> strings, Set<String> unknown) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            events(type).forEach(one -> walk(one, seen, strings, unknown));
        }
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            judge(component.getGenericType(), name(type) + "." + component.getName(), seen, strings, unknown);
        }
    }

    private static void judge(Type type, String where, Set<Class<?>> seen, Set<String> strings, Set<String> unknown) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw != Optional.class && !Collection.class.isAssignableFrom(raw)) {
                unknown.add(where + ": " + type);
            }
            for (Type argument : generic.getActualTypeArguments()) {
                judge(argument, where, seen, strings, unknown);
            }
        } else if (type == String.class) {
            strings.add(where);
        } else if (type instanceof Class<?> plain && !isShaped(plain)) {
            if (plain.isRecord() || plain.isSealed()) {
                walk(plain, seen, strings, unknown);
            } else {
                unknown.add(where + ": " + type);
            }
        }
    }

    private static boolean isShaped(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || SHAPED.contains(type);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }
}
