package org.otklik.internal.decide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.Understanding;
import org.otklik.classify.Classification;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Assessment;
import org.otklik.incident.Incident;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OthersWords;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.post.Post;
import org.otklik.route.Route;
import org.otklik.route.RouteRequest;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/** Opens incidents that a person asks for: what he says counts, what he leaves open is as the desk finds it. */
public final class PersonDecisions {

    private final DeskParts parts;
    private final Understander understander;
    private final ContextReader context;
    private final Registrations registrations;

    /** Creates the decisions of persons. */
    public PersonDecisions(DeskParts parts, Understander understander) {
        this.parts = parts;
        this.understander = understander;
        this.context = new ContextReader(parts);
        this.registrations = new Registrations(parts);
    }

    /** Rebuilds posts with their discussion. */
    public List<Post> inContext(Session session, List<PostRow> rows) {
        return context
                .read(session, rows.stream().map(row -> new ClaimedPost(row, 1)).toList())
                .stream()
                .map(Waiting::post)
                .toList();
    }

    /** Locates a post that a person attaches. */
    public Location locate(Session session, PostRow row) {
        return understander
                .understandForPerson(inContext(session, List.of(row)).get(0))
                .location();
    }

    /** Opens an incident from a post. */
    public Incident promote(
            Session session, PostRow row, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place) {
        Post post = inContext(session, List.of(row)).get(0);
        Understanding meaning = understander.understandForPerson(post);
        Location location =
                place.map(known -> stated(known, meaning.location())).orElse(meaning.location());
        Optional<TopicId> about = topic.or(() -> guess(meaning.classification()));
        Assessment assessment = assessment(kind, about, location, meaning.classification());
        RouteRequest request = new RouteRequest(
                about, kind, location, location.scale(), assessment.severity(), session.now(), Set.of());
        Route route = parts.router().route(request.withText(PostText.of(post)));
        Attachments attachments = new Attachments(session);
        IncidentId incident = registrations.register(session, attachments, row, assessment, Optional.of(route));
        PostRow recorded = Rows.record(session, row, new SignalEvent.Promoted(incident));
        PostRow decided = Rows.in(recorded, SignalState.PROMOTED, verdict());
        PostRow linked = Rows.linked(decided, Attachments.link(decided, incident));
        session.stores().posts().update(List.of(OthersWords.dropWhenDecided(parts, linked)));
        attachments.save();
        return attachments.find(incident).orElseThrow().incident();
    }

    private Optional<String> verdict() {
        return Optional.of(parts.json().write(Verdict.because("PERSON")));
    }

    private static Location stated(PlaceId place, Location found) {
        return new Location(
                List.of(new PlaceCandidate(
                        place, 1, Set.of(PlaceReason.NAMED), List.of(Evidence.whole("person", Segment.POST)))),
                found.address(),
                found.scale(),
                found.scaleEvidence());
    }

    private static Optional<TopicId> guess(Classification classification) {
        if (classification instanceof Classification.Candidate candidate) {
            return candidate.topic();
        }
        return classification instanceof Classification.Unsure unsure
                ? unsure.topics().stream().findFirst()
                : Optional.empty();
    }

    private Assessment assessment(
            MessageKind kind, Optional<TopicId> topic, Location location, Classification classification) {
        Optional<PlaceId> place = Understander.place(location);
        Tone tone = Tone.NEUTRAL;
        Severity severity = Severity.NORMAL;
        if (classification instanceof Classification.Candidate candidate) {
            tone = candidate.tone();
            severity = candidate.severity();
        } else if (classification instanceof Classification.Unsure unsure) {
            tone = unsure.tone();
            severity = unsure.severity();
        }
        return new Assessment(
                kind,
                topic,
                tone,
                severity,
                location.scale(),
                place,
                place.flatMap(parts.region().gazetteer()::municipalityOf).map(Place::id),
                classification.evidence(),
                1,
                "person");
    }
}
