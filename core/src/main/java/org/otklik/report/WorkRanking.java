package org.otklik.report;

import java.util.List;
import java.util.stream.Stream;
import org.otklik.id.BodyId;

/**
 * How bodies answer; immutable.
 *
 * <p>The formula {@value ReportFrame#FORMULAS}: share of answers in time among the rounds whose deadline was met or
 * missed, of incidents that the body had from the beginning. Incidents that were redirected to it stand beside and
 * change no rank, so that nobody is punished for misrouting. Only present rounds count: a past round does not record
 * its body.
 *
 * @param minimumVolume how many such rounds a body needs to be ranked
 * @param ranked the best first, ties in the order of ids
 * @param notRanked bodies below the minimum, in the order of ids
 */
public record WorkRanking(int minimumVolume, List<Line> ranked, List<Line> notRanked) {

    /**
     * The work of one body; immutable.
     *
     * @param body which body
     * @param own rounds that it had from the beginning; the rank comes from these
     * @param redirectedIn rounds that came to it from another body
     * @param rank 1 for the best, equal shares share a rank and the next rank is left out; 0 when not ranked
     */
    public record Line(BodyId body, Rounds own, Rounds redirectedIn, int rank) {}

    /** Copies the lists. */
    public WorkRanking {
        ranked = List.copyOf(ranked);
        notRanked = List.copyOf(notRanked);
    }

    /**
     * Lists all bodies.
     *
     * @return ranked ones first
     */
    public List<Line> all() {
        return Stream.concat(ranked.stream(), notRanked.stream()).toList();
    }
}
