package org.otklik.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Assessment;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.Outcome;
import org.otklik.place.Scale;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.route.Route;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;

/** Tells the story of an incident as its events; for one thread. */
final class SampleIncident {

    static final Duration ALLOWED = Duration.ofHours(24);

    private final List<IncidentEvent> events = new ArrayList<>();
    private Instant start;

    private SampleIncident(Instant start) {
        this.start = start;
    }

    static SampleIncident complaint(int id, Instant at) {
        return of(id, at, MessageKind.COMPLAINT, "roads.potholes", "tolyatti", "vk");
    }

    static SampleIncident of(int id, Instant at, MessageKind kind, String topic, String municipality, String network) {
        SampleIncident incident = new SampleIncident(at);
        Assessment assessment = new Assessment(
                kind,
                Optional.of(topic).filter(one -> !one.isEmpty()).map(TopicId::of),
                Tone.NEGATIVE,
                Severity.NORMAL,
                Scale.MUNICIPAL,
                Optional.empty(),
                Optional.of(municipality).filter(one -> !one.isEmpty()).map(PlaceId::of),
                List.of(),
                1,
                "test");
        incident.events.add(new IncidentEvent.Registered(
                IncidentId.of(String.format(Locale.ROOT, "%026d", id)),
                "63-2025-" + id,
                PostId.of(network, "p" + id),
                assessment,
                at.minusSeconds(1800),
                at.minusSeconds(600),
                at));
        return incident;
    }

    SampleIncident clock() {
        ClockTarget target = ClockTarget.aroundTheClock(ALLOWED, 75, "test");
        return clock(new ClockEvent.Started(ClockName.FINAL, start, target));
    }

    SampleIncident clock(ClockEvent event) {
        events.add(new IncidentEvent.ClockChanged(event));
        return this;
    }

    SampleIncident ledBy(String body) {
        events.add(new IncidentEvent.Routed(route(body)));
        return this;
    }

    SampleIncident redirectedTo(String body) {
        events.add(new IncidentEvent.Redirected(route(body), "not-competent"));
        return this;
    }

    SampleIncident answeredAfter(Duration time) {
        Instant at = start.plus(time);
        events.add(new IncidentEvent.Answered(new AnswerTime(at, AnswerTime.Source.NETWORK)));
        return clock(new ClockEvent.Stopped(ClockName.FINAL, at));
    }

    SampleIncident closedAfter(Duration time) {
        events.add(new IncidentEvent.Closed(Outcome.SOLVED, Optional.empty(), start.plus(time)));
        return this;
    }

    SampleIncident reopenedAfter(Duration time) {
        start = start.plus(time);
        events.add(new IncidentEvent.Reopened("complaint", true, start));
        return clock();
    }

    SampleIncident then(IncidentEvent event) {
        events.add(event);
        return this;
    }

    Incident now() {
        return Incident.fold(events);
    }

    private static Route.Routed route(String body) {
        return new Route.Routed(BodyId.of(body), List.of(), List.of(), "row", List.of(), 1, "pack");
    }
}
