package org.otklik.internal.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.classify.Topic;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.Life;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockState;
import org.otklik.sla.SlaClock;
import org.otklik.sla.SlaSubject;
import org.otklik.sla.SlaTerms;

/** Which clock events follow from what happens to an incident, by the terms of the SLA policy. */
public final class Clocks {

    private static final List<ClockName> FROM_REGISTRATION =
            List.of(ClockName.TRIAGE, ClockName.FIRST_RESPONSE, ClockName.FINAL);

    private final DeskParts parts;

    Clocks(DeskParts parts) {
        this.parts = parts;
    }

    /** Returns the terms that the policy gives an incident. */
    public SlaTerms terms(Incident incident) {
        return parts.slaPolicy().terms(subject(incident));
    }

    private SlaSubject subject(Incident incident) {
        Life life = incident.life();
        boolean fastTrack = incident.topic()
                .flatMap(parts.region().topics()::find)
                .map(Topic::fastTrack)
                .orElse(false);
        return new SlaSubject(
                incident.kind(),
                incident.assessment().severity(),
                incident.topic(),
                fastTrack,
                incident.lead(),
                incident.firstPost().network(),
                life.registeredAt(),
                life.publishedAt(),
                life.capturedAt());
    }

    /** Starts the clocks that run from registration. */
    public List<IncidentEvent> begin(Incident incident, Instant now) {
        return start(incident, now, FROM_REGISTRATION);
    }

    /** Starts clocks that the terms name and that do not run yet. */
    public List<IncidentEvent> start(Incident incident, Instant now, List<ClockName> names) {
        SlaTerms terms = terms(incident);
        SlaSubject subject = subject(incident);
        List<IncidentEvent> events = new ArrayList<>();
        for (ClockName name : names) {
            Optional<SlaClock> running =
                    incident.clock(name).filter(clock -> clock.state().isLive());
            if (running.isEmpty()) {
                terms.start(name, subject, now)
                        .map(IncidentEvent.ClockChanged::new)
                        .ifPresent(events::add);
            }
        }
        return events;
    }

    /** Starts the answer clock for somebody who wrote late: his time begins now, not with the first post's. */
    public List<IncidentEvent> startForLatePost(Incident incident, Instant now) {
        boolean runs = incident.clock(ClockName.FINAL)
                .filter(clock -> clock.state().isLive())
                .isPresent();
        return terms(incident)
                .target(ClockName.FINAL)
                .filter(target -> !runs)
                .<List<IncidentEvent>>map(target ->
                        List.of(new IncidentEvent.ClockChanged(new ClockEvent.Started(ClockName.FINAL, now, target))))
                .orElse(List.of());
    }

    /** Stops live clocks at an instant. */
    public static List<IncidentEvent> stop(Incident incident, Instant at, ClockName... names) {
        List<IncidentEvent> events = new ArrayList<>();
        for (ClockName name : names) {
            incident.clock(name)
                    .filter(clock -> clock.state().isLive())
                    .ifPresent(clock -> events.add(new IncidentEvent.ClockChanged(new ClockEvent.Stopped(name, at))));
        }
        return events;
    }

    /** Stops every live clock at an instant. */
    public static List<IncidentEvent> stopAll(Incident incident, Instant at) {
        return incident.clocks().live().stream()
                .<IncidentEvent>map(clock -> new IncidentEvent.ClockChanged(new ClockEvent.Stopped(clock.name(), at)))
                .toList();
    }

    /** Cancels every live clock, so that none counts. */
    public static List<IncidentEvent> cancelAll(Incident incident, Instant at, String reason) {
        return incident.clocks().live().stream()
                .<IncidentEvent>map(
                        clock -> new IncidentEvent.ClockChanged(new ClockEvent.Cancelled(clock.name(), at, reason)))
                .toList();
    }

    /** Cancels the live clocks of the body, while the citizen's run on. */
    public static List<IncidentEvent> cancelBodyClocks(Incident incident, Instant at, String reason) {
        return incident.clocks().live().stream()
                .filter(clock -> !clock.name().isCitizens())
                .<IncidentEvent>map(
                        clock -> new IncidentEvent.ClockChanged(new ClockEvent.Cancelled(clock.name(), at, reason)))
                .toList();
    }

    /** Pauses the running clocks of the body. */
    public static List<IncidentEvent> pauseBodyClocks(Incident incident, Instant at, String reason) {
        return bodyClocks(incident, ClockState.RUNNING).stream()
                .<IncidentEvent>map(name -> new IncidentEvent.ClockChanged(new ClockEvent.Paused(name, at, reason)))
                .toList();
    }

    /** Lets the paused clocks of the body run again. */
    public static List<IncidentEvent> resumeBodyClocks(Incident incident, Instant at) {
        return bodyClocks(incident, ClockState.PAUSED).stream()
                .<IncidentEvent>map(name -> new IncidentEvent.ClockChanged(new ClockEvent.Resumed(name, at)))
                .toList();
    }

    private static List<ClockName> bodyClocks(Incident incident, ClockState state) {
        return incident.clocks().live().stream()
                .filter(clock -> !clock.name().isCitizens() && clock.state() == state)
                .map(SlaClock::name)
                .toList();
    }
}
