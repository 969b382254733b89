package org.otklik.internal.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a node met at an account and has not written down yet; immutable.
 *
 * @param outcomes the last outcome of each source, or of sending
 * @param post when a new post last came
 * @param listed when there last was something to read
 * @param idleSince since when there was nothing to read any more, although there used to be
 */
record Observed(
        Map<String, Outcome> outcomes, Optional<Instant> post, Optional<Instant> listed, Optional<Instant> idleSince) {

    static final Observed NOTHING = new Observed(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** How it went the last time. */
    sealed interface Outcome {}

    /** It succeeded. */
    record Fine(Instant at) implements Outcome {}

    /** It failed; {@code afresh} if it had succeeded since what was written down. */
    record Failed(Trouble trouble, boolean afresh) implements Outcome {}

    Observed {
        outcomes = Map.copyOf(outcomes);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    Observed fine(String source, Instant at) {
        return with(source, new Fine(at));
    }

    Observed failed(Trouble trouble) {
        return with(trouble.source(), new Failed(trouble, false));
    }

    private Observed with(String source, Outcome next) {
        Map<String, Outcome> all = new LinkedHashMap<>(outcomes);
        all.merge(source, next, Observed::joined);
        return new Observed(all, post, listed, idleSince);
    }

    private static Outcome joined(Outcome earlier, Outcome later) {
        if (later instanceof Failed failed) {
            return earlier instanceof Failed before
                    ? new Failed(failed.trouble().after(before.trouble()), before.afresh())
                    : new Failed(failed.trouble(), true);
        }
        return later;
    }

    Observed withPost(Instant at) {
        return new Observed(outcomes, Optional.of(at), listed, idleSince);
    }

    Observed withListed(Instant at) {
        return new Observed(outcomes, post, Optional.of(at), idleSince);
    }

    Observed withIdle(Instant since) {
        return new Observed(outcomes, post, listed, Optional.of(since));
    }

    /** When a source was last read without an error. */
    Optional<Instant> lastRead() {
        return outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getKey().equals(Trouble.SENDING))
                .map(Map.Entry::getValue)
                .filter(Fine.class::isInstance)
                .map(outcome -> ((Fine) outcome).at())
                .max(Comparator.naturalOrder());
    }

    /** What was met first and then later, as one. */
    Observed then(Observed later) {
        Observed all = this;
        for (Map.Entry<String, Outcome> next : later.outcomes.entrySet()) {
            all = all.with(next.getKey(), next.getValue());
        }
        return new Observed(
                all.outcomes,
                later.post.or(() -> post),
                later.listed.or(() -> listed),
                later.idleSince.or(() -> idleSince));
    }
}
