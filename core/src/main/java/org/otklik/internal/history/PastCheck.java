package org.otklik.internal.history;

import java.time.Instant;
import java.util.Optional;
import org.otklik.PastIncident;
import org.otklik.Region;
import org.otklik.post.PostBuilder;

/** Says why an incident cannot be taken over, by a code. */
final class PastCheck {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_ANSWER = 100_000;

    private final Region region;
    private final Instant now;

    PastCheck(Region region, Instant now) {
        this.region = region;
        this.now = now;
    }

    Optional<String> mistake(PastIncident incident) {
        return shape(incident).or(() -> times(incident)).or(() -> names(incident));
    }

    private static Optional<String> shape(PastIncident incident) {
        if (incident.number().isEmpty() || incident.number().length() > LONGEST_NUMBER) {
            return Optional.of("NUMBER");
        }
        if (incident.text().length() > PostBuilder.LONGEST_TEXT) {
            return Optional.of("TEXT_TOO_LONG");
        }
        return incident.answer().length() > LONGEST_ANSWER ? Optional.of("ANSWER_TOO_LONG") : Optional.empty();
    }

    private Optional<String> times(PastIncident incident) {
        Instant registered = incident.registeredAt();
        if (registered.isAfter(now) || incident.closedAt().isAfter(now)) {
            return Optional.of("IN_FUTURE");
        }
        boolean answeredEarly =
                incident.answeredAt().filter(at -> at.isBefore(registered)).isPresent();
        if (answeredEarly || incident.closedAt().isBefore(registered)) {
            return Optional.of("OVER_BEFORE_REGISTERED");
        }
        return incident.publishedAt().isAfter(incident.closedAt())
                ? Optional.of("PUBLISHED_AFTER_END")
                : Optional.empty();
    }

    private Optional<String> names(PastIncident incident) {
        if (incident.topic().filter(id -> region.topics().find(id).isEmpty()).isPresent()) {
            return Optional.of("TOPIC_UNKNOWN");
        }
        if (incident.body().filter(id -> region.bodies().find(id).isEmpty()).isPresent()) {
            return Optional.of("BODY_UNKNOWN");
        }
        return incident.municipality()
                .filter(id -> region.gazetteer().find(id).isEmpty())
                .map(id -> "PLACE_UNKNOWN");
    }
}
