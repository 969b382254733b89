package org.otklik.examples.demo.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.IncidentDesk;
import org.otklik.Understanding;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.MessageKind;
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
    private static final int MOST_LOOKED_AT = 100;

    private final IncidentDesk desk;

    Reasons(IncidentDesk desk) {
        this.desk = desk;
    }

    /** Takes the surest decision of each part of the day. */
    void write(List<Incident> incidents, Sheet sheet) {
        int part = Math.max(1, (incidents.size() + EXAMPLES - 1) / EXAMPLES);
        for (int from = 0; from < incidents.size(); from += part) {
            incidents.subList(from, Math.min(incidents.size(), from + part)).stream()
                    .limit(MOST_LOOKED_AT)
                    .flatMap(incident -> example(incident).stream())
                    .max(Comparator.comparingDouble(Example::sureness))
                    .ifPresent(example -> write(example, sheet));
        }
    }

    private record Example(String number, String text, Candidate what, PlaceCandidate where, Route.Routed whom) {

        double sureness() {
            return what.confidence() * where.score() * whom.confidence();
        }
    }

    private Optional<Example> example(Incident incident) {
        Optional<Post> post = desk.incidents().posts(Staff.COORDINATOR, incident.id(), 1).orThrow().stream()
                .findFirst();
        Optional<Understanding> made = post.map(desk::understand);
        Optional<PlaceCandidate> place = made.flatMap(one -> one.location().best());
        if (place.isPresent()
                && made.get().classification() instanceof Candidate what
                && made.get().route().orElse(null) instanceof Route.Routed whom) {
            return Optional.of(new Example(incident.number(), post.get().text(), what, place.get(), whom));
        }
        return Optional.empty();
    }

    private void write(Example example, Sheet sheet) {
        String text = example.text();
        sheet.line("");
        sheet.note(example.number() + " · «" + Sheet.shorten(text, LONGEST) + "»");
        sheet.note("Что: " + kind(example.what().kind()) + ", тема «" + topic(example.what()) + "»");
        sheet.note("Почему: " + evidence(example.what().evidence(), text));
        sheet.note("Где: " + place(example.where(), text));
        sheet.note("Кому: " + body(example.whom()) + " (строка таблицы "
                + example.whom().ruleId() + ")");
    }

    private static String kind(MessageKind kind) {
        return switch (kind) {
            case COMPLAINT -> "жалоба";
            case QUESTION -> "вопрос";
            case REVIEW -> "отзыв";
            case GRATITUDE -> "благодарность";
            case NEGATIVE -> "негатив";
            case PROPOSAL -> "предложение";
            case OTHER -> "другое";
        };
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
        boolean quotable = evidence.segment() == Segment.POST
                && evidence.end() > evidence.start()
                && evidence.end() <= text.length();
        return quotable ? " («" + text.substring(evidence.start(), evidence.end()) + "»)" : "";
    }

    private String place(PlaceCandidate place, String text) {
        String name = desk.region()
                .gazetteer()
                .find(place.place())
                .map(found -> found.title())
                .orElse(place.place().value());
        return name
                + place.evidence().stream()
                        .findFirst()
                        .map(one -> quote(one, text))
                        .orElse("");
    }

    private String body(Route.Routed routed) {
        return desk.region()
                .bodies()
                .find(routed.lead())
                .map(body -> body.name(Locale.forLanguageTag("ru")))
                .orElse(routed.lead().value());
    }
}
