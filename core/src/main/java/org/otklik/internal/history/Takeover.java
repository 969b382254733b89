package org.otklik.internal.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.PastIncident;
import org.otklik.PastIncidents.Taken;
import org.otklik.PastIncidents.Taken.Verdict;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.IncidentId;
import org.otklik.incident.Assessment;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.ExternalRefs;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.place.Place;
import org.otklik.place.Scale;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.TextRow;

/** Takes one batch over within one session: judges all, then writes those that are new. For one thread. */
final class Takeover {

    /** Where it is written which incident stands for which number, and what it looked like. */
    private static final String SCOPE = "import:";

    private static final String VERSION = "import";
    private static final String ANSWER = "answer:import";

    private final Session session;
    private final DeskParts parts;
    private final String system;
    private final PastPosts posts;
    private final List<Taken> verdicts = new ArrayList<>();
    private final Map<String, String> met = new HashMap<>();
    private final List<Fresh> fresh = new ArrayList<>();

    /** One that is new, and its place in the batch. */
    private record Fresh(int index, PastIncident incident, IncidentId id, PostId post) {}

    Takeover(Session session, String system) {
        this.session = session;
        this.parts = session.parts();
        this.system = system;
        this.posts = new PastPosts(parts, system);
    }

    List<Taken> take(List<PastIncident> incidents, boolean reallyDoIt) {
        PastCheck check = new PastCheck(parts.region(), session.now());
        incidents.forEach(incident -> verdicts.add(check.mistake(incident)
                .map(Takeover::refused)
                .or(() -> known(incident))
                .orElseGet(() -> begin(incident))));
        refuseKnownPosts();
        if (reallyDoIt) {
            write();
        }
        return List.copyOf(verdicts);
    }

    private static Taken refused(String reason) {
        return new Taken(Verdict.REFUSED, reason, Optional.empty());
    }

    private Optional<Taken> known(PastIncident incident) {
        String key = key(incident);
        return Optional.ofNullable(met.get(key))
                .or(() -> session.stores().state().read(SCOPE + system, key))
                .map(remembered -> {
                    int semicolon = remembered.indexOf(';');
                    boolean same = remembered.substring(semicolon + 1).equals(looks(incident));
                    return new Taken(
                            same ? Verdict.ALREADY_THERE : Verdict.CHANGED,
                            "",
                            Optional.of(IncidentId.of(remembered.substring(0, semicolon))));
                });
    }

    private String key(PastIncident incident) {
        return parts.key().hash("import", system, incident.number());
    }

    /** What it looked like, by a keyed hash: the number is erasable, and so must be what is known of its words. */
    private String looks(PastIncident incident) {
        return parts.key()
                .hash(
                        "import-row",
                        incident.registeredAt().toString(),
                        incident.publishedAt().toString(),
                        incident.closedAt().toString(),
                        incident.answeredAt().toString(),
                        incident.text(),
                        incident.answer(),
                        incident.kind().name(),
                        incident.post().toString(),
                        incident.network().toString(),
                        incident.topic().toString(),
                        incident.municipality().toString(),
                        incident.body().toString(),
                        incident.outcome().toString());
    }

    private Taken begin(PastIncident incident) {
        IncidentId id = IncidentId.of(parts.ids().next());
        fresh.add(new Fresh(verdicts.size(), incident, id, posts.id(incident)));
        met.put(key(incident), id.value() + ";" + looks(incident));
        return new Taken(Verdict.IMPORTED, "", Optional.of(id));
    }

    /** A post that the desk has itself, or that stands twice in the batch, is no matter of the past alone. */
    private void refuseKnownPosts() {
        List<PostId> wanted = fresh.stream().map(Fresh::post).toList();
        Set<PostId> known = new HashSet<>(
                wanted.isEmpty()
                        ? Set.of()
                        : session.stores().posts().find(wanted).keySet());
        fresh.removeIf(one -> {
            if (known.add(one.post())) {
                return false;
            }
            verdicts.set(one.index(), refused("POST_KNOWN"));
            return true;
        });
    }

    private void write() {
        List<PostRow> rows = fresh.stream()
                .map(one -> posts.row(one.incident(), one.id(), session.now()))
                .toList();
        Set<PostId> inserted =
                rows.isEmpty() ? Set.of() : session.stores().posts().insertNew(rows);
        List<AuthorRow> authors = new ArrayList<>();
        for (Fresh one : fresh) {
            if (inserted.contains(one.post())) {
                write(one);
                one.incident()
                        .author()
                        .map(author -> new AuthorRow(parts.key().pseudonym(author), author, session.now()))
                        .ifPresent(authors::add);
            } else {
                verdicts.set(one.index(), refused("POST_KNOWN"));
            }
        }
        session.stores().authors().remember(authors);
    }

    private void write(Fresh one) {
        PastIncident incident = one.incident();
        OpenIncident open = OpenIncident.takeOver(session, event(one));
        open.save();
        new ExternalRefs(parts)
                .put(session, open.stream(), new ExternalRef(system, incident.number(), incident.link()));
        if (!incident.answer().isEmpty()) {
            session.stores()
                    .texts()
                    .put(new TextRow(ANSWER, open.stream(), incident.answer(), Optional.empty(), session.now()));
        }
        session.stores().state().write(SCOPE + system, key(incident), one.id().value() + ";" + looks(incident));
    }

    private IncidentEvent.Imported event(Fresh one) {
        PastIncident incident = one.incident();
        return new IncidentEvent.Imported(
                one.id(),
                number(incident),
                system,
                one.post(),
                assessment(incident),
                incident.publishedAt(),
                incident.registeredAt(),
                session.now(),
                incident.body(),
                incident.answeredAt(),
                incident.closedAt(),
                incident.outcome());
    }

    private Assessment assessment(PastIncident incident) {
        var municipality = incident.municipality()
                .flatMap(place -> parts.region().gazetteer().municipalityOf(place))
                .map(Place::id);
        return new Assessment(
                incident.kind(),
                incident.topic(),
                Tone.NEUTRAL,
                Severity.NORMAL,
                municipality.isPresent() ? Scale.MUNICIPAL : Scale.REGIONAL,
                incident.municipality(),
                municipality,
                List.of(),
                1,
                VERSION);
    }

    /** A series of their own, so that taking years over holds up no registration of today. */
    private String number(PastIncident incident) {
        int year = LocalDate.ofInstant(incident.registeredAt(), parts.region().zone())
                .getYear();
        long number = session.stores().incidents().nextNumber("import-" + year);
        return String.format(Locale.ROOT, "%s-%d-A%06d", parts.region().numberPrefix(), year, number);
    }
}
