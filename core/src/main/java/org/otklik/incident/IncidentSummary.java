package org.otklik.incident;

import java.time.Instant;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;

/**
 * A line in a list of incidents; immutable.
 *
 * @param id its id
 * @param number its human number
 * @param state where it stands
 * @param kind complaint, question, …
 * @param topic where it stands in the rubricator
 * @param lead who answers for it
 * @param municipality where it is
 * @param severity how grave it is
 * @param registeredAt when it was registered
 * @param deadline when the citizen's answer is due; empty while no such clock runs
 */
public record IncidentSummary(
        IncidentId id,
        String number,
        IncidentState state,
        MessageKind kind,
        Optional<TopicId> topic,
        Optional<BodyId> lead,
        Optional<PlaceId> municipality,
        Severity severity,
        Instant registeredAt,
        Optional<Instant> deadline) {}
