package org.otklik.internal.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.otklik.Review.EarlierIncident;
import org.otklik.access.Operation;
import org.otklik.cluster.SimilarPost;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.internal.codec.IncidentJson;
import org.otklik.internal.decide.PersonDecisions;
import org.otklik.internal.decide.Understander;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyType;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** Finds what was answered before on the same topic in the same place, and what was promised then. */
final class Recurrences {

    private static final Duration LOOK_BACK = Duration.ofDays(365);
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_LISTED = 50;
    private static final Set<IncidentState> STANDING =
            EnumSet.complementOf(EnumSet.of(IncidentState.REJECTED, IncidentState.MERGED));
    private static final Set<IncidentState> SETTLED = EnumSet.of(IncidentState.ANSWERED, IncidentState.CLOSED);

    private final IncidentCommands commands;
    private final Understander understander;
    private final PersonDecisions decisions;

    Recurrences(IncidentCommands commands, Understander understander, PersonDecisions decisions) {
        this.commands = commands;
        this.understander = understander;
        this.decisions = decisions;
    }

    List<EarlierIncident> before(OpenIncident open) {
        Incident incident = open.incident();
        if (incident.topic().isEmpty() || incident.municipality().isEmpty()) {
            return List.of();
        }
        Instant registered = incident.life().registeredAt();
        IncidentQuery query = IncidentQuery.all()
                .in(STANDING)
                .about(incident.topic().get())
                .at(incident.municipality().get())
                .registered(registered.minus(LOOK_BACK), registered)
                .limit(MOST_LOOKED_AT);
        Optional<First> here = first(open.session(), incident);
        List<EarlierIncident> found = new ArrayList<>();
        for (IncidentRow row : open.session().stores().incidents().query(query)) {
            if (row.summary().topic().equals(incident.topic())
                    && !row.summary().id().equals(incident.id())
                    && commands.permits(open.session().actor(), Operation.VIEW_INCIDENT, row.bodies())) {
                Incident earlier = IncidentJson.read(commands.parts().json(), row);
                recurring(open.session(), earlier, here, incident).ifPresent(found::add);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Recurrences::weight).reversed())
                .limit(MOST_LISTED)
                .toList();
    }

    private static int weight(EarlierIncident one) {
        return one.reasons().size();
    }

    /**
     * The first post of an incident.
     *
     * @param row as stored
     * @param fingerprint empty when its text is gone
     */
    private record First(PostRow row, Optional<SimilarPost> fingerprint) {}

    private Optional<First> first(Session session, Incident incident) {
        PostId id = incident.firstPost();
        return Optional.ofNullable(session.stores().posts().find(List.of(id)).get(id))
                .map(row -> new First(row, fingerprint(session, row)));
    }

    private Optional<SimilarPost> fingerprint(Session session, PostRow row) {
        if (row.content().isEmpty()) {
            return Optional.empty();
        }
        return understander
                .tryToUnderstand(decisions.inContext(session, List.of(row)).get(0))
                .map(meaning -> meaning.fingerprint());
    }

    private Optional<EarlierIncident> recurring(
            Session session, Incident earlier, Optional<First> here, Incident incident) {
        Optional<First> there = first(session, earlier);
        Set<String> reasons = new TreeSet<>(List.of("SAME_MUNICIPALITY", "SAME_TOPIC"));
        boolean elsewhere = isElsewhere(incident, earlier, reasons)
                || isOnAnotherStreet(here.flatMap(First::fingerprint), there.flatMap(First::fingerprint), reasons);
        if (elsewhere) {
            return Optional.empty();
        }
        Optional<Pseudonym> author = here.flatMap(one -> one.row().facts().author());
        if (author.isPresent()
                && author.equals(there.flatMap(one -> one.row().facts().author()))) {
            reasons.add("SAME_AUTHOR");
        }
        return Optional.of(told(session, earlier, List.copyOf(reasons)))
                .filter(one -> one.answer().isPresent() || SETTLED.contains(one.state()));
    }

    /** A village or an inner district tells places apart where both are known. */
    private static boolean isElsewhere(Incident incident, Incident earlier, Set<String> reasons) {
        var here = incident.assessment()
                .place()
                .filter(place -> !Optional.of(place).equals(incident.municipality()));
        var there =
                earlier.assessment().place().filter(place -> !Optional.of(place).equals(earlier.municipality()));
        if (here.isPresent() && here.equals(there)) {
            reasons.add("SAME_PLACE");
        }
        return here.isPresent() && there.isPresent() && !here.equals(there);
    }

    private static boolean isOnAnotherStreet(
            Optional<SimilarPost> here, Optional<SimilarPost> there, Set<String> reasons) {
        if (here.isEmpty()
                || there.isEmpty()
                || here.get().street().isEmpty()
                || there.get().street().isEmpty()) {
            return false;
        }
        if (here.get().street().equals(there.get().street())) {
            reasons.add("SAME_STREET");
            return false;
        }
        return true;
    }

    private static EarlierIncident told(Session session, Incident earlier, List<String> reasons) {
        Optional<Publication> said = earlier.publications().stream()
                .filter(one -> one.state() == PublicationState.SENT || one.state() == PublicationState.VERIFIED)
                .filter(one -> earlier.draft(one.draft())
                        .filter(draft -> draft.type() != ReplyType.QUESTION)
                        .isPresent())
                .reduce((before, after) -> after);
        Optional<String> text = said.flatMap(one -> ReplyTexts.find(session, earlier.id(), one.draft()))
                .or(() -> accepted(session, earlier));
        Optional<Instant> promised = said.flatMap(one -> earlier.draft(one.draft()))
                .flatMap(Draft::promisedUntil)
                .or(() -> earlier.life().promisedUntil());
        return new EarlierIncident(
                earlier.id(),
                earlier.number(),
                earlier.state(),
                earlier.life().answeredAt(),
                said.map(Publication::target),
                text,
                promised,
                reasons);
    }

    private static Optional<String> accepted(Session session, Incident earlier) {
        return earlier.officialAnswers().stream()
                .filter(answer -> answer.state() == OfficialAnswer.State.ACCEPTED)
                .reduce((before, after) -> after)
                .flatMap(answer ->
                        session.stores().texts().find(StreamId.incident(earlier.id()), "answer:" + answer.key()))
                .map(TextRow::text);
    }
}
