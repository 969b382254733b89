package org.otklik.incident;

import java.time.Instant;
import java.util.Optional;
import org.otklik.id.IncidentId;

/**
 * The dates and counts of an incident's present cycle; immutable.
 *
 * @param publishedAt when its first post was published
 * @param capturedAt when the desk captured that post
 * @param registeredAt when this cycle began: the registration, or the reopening
 * @param answeredAt when the answer was given
 * @param closedAt when it was closed
 * @param outcome with what it was closed
 * @param mergedInto the incident it was joined into
 * @param promisedUntil the date promised to the citizen
 * @param tally how often things happened
 * @param questionUntil until when the desk waits for the author to answer a public question; empty without one
 */
public record Life(
        Instant publishedAt,
        Instant capturedAt,
        Instant registeredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> closedAt,
        Optional<Outcome> outcome,
        Optional<IncidentId> mergedInto,
        Optional<Instant> promisedUntil,
        Tally tally,
        Optional<Instant> questionUntil) {

    /**
     * Tells whether a public question to the author is open.
     *
     * @return true until he answers or the desk gives up
     */
    public boolean waitsForAuthor() {
        return questionUntil.isPresent();
    }

    /**
     * How often things happened to an incident; immutable.
     *
     * @param cycle 1 until it is reopened
     * @param redirects how often it moved to another body
     * @param postponements how often it was postponed in this cycle
     * @param reworks how often a draft was returned
     */
    public record Tally(int cycle, int redirects, int postponements, int reworks) {

        Tally nextCycle() {
            return new Tally(cycle + 1, redirects, 0, reworks);
        }

        Tally oneRedirect() {
            return new Tally(cycle, redirects + 1, postponements, reworks);
        }

        Tally onePostponement() {
            return new Tally(cycle, redirects, postponements + 1, reworks);
        }

        Tally oneRework() {
            return new Tally(cycle, redirects, postponements, reworks + 1);
        }
    }

    static Life begun(IncidentEvent.Registered event) {
        return new Life(
                event.publishedAt(),
                event.capturedAt(),
                event.registeredAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Tally(1, 0, 0, 0),
                Optional.empty());
    }

    static Life over(IncidentEvent.Imported event) {
        return new Life(
                event.publishedAt(),
                event.importedAt(),
                event.registeredAt(),
                event.answeredAt(),
                Optional.of(event.closedAt()),
                event.outcome(),
                Optional.empty(),
                Optional.empty(),
                new Tally(1, 0, 0, 0),
                Optional.empty());
    }

    Life answered(Instant at) {
        return copy(Optional.of(at), closedAt, outcome, mergedInto, promisedUntil, tally, Optional.empty());
    }

    Life unanswered() {
        return copy(Optional.empty(), closedAt, outcome, mergedInto, promisedUntil, tally, questionUntil);
    }

    Life closed(Outcome how, Instant at) {
        return copy(answeredAt, Optional.of(at), Optional.of(how), mergedInto, promisedUntil, tally, Optional.empty());
    }

    Life reopened(Instant at) {
        return new Life(
                publishedAt,
                capturedAt,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mergedInto,
                Optional.empty(),
                tally.nextCycle(),
                Optional.empty());
    }

    Life merged(Optional<IncidentId> survivor) {
        return copy(answeredAt, closedAt, outcome, survivor, promisedUntil, tally, questionUntil);
    }

    Life promised(Instant until) {
        return copy(
                answeredAt, closedAt, outcome, mergedInto, Optional.of(until), tally.onePostponement(), questionUntil);
    }

    Life counting(Tally next) {
        return copy(answeredAt, closedAt, outcome, mergedInto, promisedUntil, next, questionUntil);
    }

    Life waiting(Optional<Instant> forAuthor) {
        return copy(answeredAt, closedAt, outcome, mergedInto, promisedUntil, tally, forAuthor);
    }

    private Life copy(
            Optional<Instant> answered,
            Optional<Instant> closed,
            Optional<Outcome> how,
            Optional<IncidentId> survivor,
            Optional<Instant> promise,
            Tally counts,
            Optional<Instant> forAuthor) {
        return new Life(
                publishedAt, capturedAt, registeredAt, answered, closed, how, survivor, promise, counts, forAuthor);
    }
}
