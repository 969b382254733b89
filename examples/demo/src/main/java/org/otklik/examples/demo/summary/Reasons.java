package org.otklik.examples.demo.summary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.IncidentDesk;
import org.otklik.Understanding;
import org.otklik.classify.Classification.Candidate;
import org.otklik.examples.demo.people.Staff;
import org.otklik.incident.Incident;
import org.otklik.place.PlaceCandidate;
import org.otklik.post.Post;
import org.otklik.route.Route;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** Shows by a few examples why a post became an incident and went where it went. */
final class Reasons {

    private static final int EXAMPLES = 3;
    private static final int LONGEST = 150;
    private static final int MOST_EVIDENCE = 4;

    private final IncidentDesk desk;

    Reasons(IncidentDesk desk) {
        this.desk = desk;
    }

    void write(List<Incident> incidents, Sheet sheet) {
        int step = Math.max(1, incidents.size() / (EXAMPLES + 1));
        int shown = 0;
        for (int i = step; i < incidents.size() && shown < EXAMPLES; i++) {
            if (i >= step * (shown + 1) && write(incidents.get(i), sheet)) {
                shown++;
            }
        }
    }

    private boolean write(Incident incident, Sheet sheet) {
        Optional<Post> post = desk.incidents().posts(Staff.COORDINATOR, incident.id(), 1).orThrow().stream()
                .findFirst();
        Optional<Understanding> made = post.map(desk::understand);
        if (made.isEmpty()
                || !(made.get().classification() instanceof Candidate candidate)
                || !(made.get().route().orElse(null) instanceof Route.Routed routed)) {
            return false;
        }
        String text = post.get().text();
        sheet.line("");
        sheet.note(incident.number() + " · «" + Sheet.shorten(text, LONGEST) + "»");
        sheet.note("Что: " + candidate.kind().name().toLowerCase(Locale.ROOT) + ", тема «" + topic(candidate) + "»");
        sheet.note("Почему: " + evidence(candidate.evidence(), text));
        made.get().location().best().ifPresent(place -> sheet.note("Где: " + place(place, text)));
        sheet.note("Кому: " + body(routed) + " (строка таблицы " + routed.ruleId() + ")");
        return true;
    }

    private String topic(Candidate candidate) {
        return candidate
                .topic()
                .flatMap(id -> desk.region().topics().find(id))
                .map(topic -> topic.title())
                .orElse("не ясна");
    }

    private static String evidence(List<Evidence> evidence, String text) {
        return evidence.stream()
                .limit(MOST_EVIDENCE)
                .map(one -> "правило " + one.rule() + quote(one, text))
                .collect(Collectors.joining("; "));
    }

    private static String quote(Evidence evidence, String text) {
        boolean quotable =
                evidence.segment() == Segment.POST && evidence.end() > evidence.start() && evidence.end() <= text.length();
        return quotable ? " («" + text.substring(evidence.start(), evidence.end()) + "»)" : "";
    }

    private String place(PlaceCandidate place, String text) {
        String name = desk.region()
                .gazetteer()
                .find(place.place())
                .map(found -> found.title())
                .orElse(place.place().value());
        return name + place.evidence().stream().findFirst().map(one -> quote(one, text)).orElse("");
    }

    private String body(Route.Routed routed) {
        return desk.region()
                .bodies()
                .find(routed.lead())
                .map(body -> body.name(Locale.forLanguageTag("ru")))
                .orElse(routed.lead().value());
    }
}
