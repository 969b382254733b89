package org.otklik.report;

import java.util.List;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.place.Population;

/**
 * Where residents write more: municipalities by posts in incidents; immutable. It says nothing about anybody's work.
 *
 * <p>Rejected and merged incidents are left out; the posts of a merged one count with its survivor.
 *
 * @param ranked municipalities of known population, by posts per 1,000 residents, ties in the order of ids
 * @param withoutPopulation the others that have incidents, by posts
 * @param unplacedIncidents incidents without a municipality
 * @param unplacedPosts posts of those
 */
public record ActivityRanking(
        List<Line> ranked, List<Line> withoutPopulation, long unplacedIncidents, long unplacedPosts) {

    private static final double THOUSAND = 1000;

    /**
     * The activity of one municipality; immutable.
     *
     * @param place the municipality
     * @param incidents incidents there
     * @param posts posts of those
     * @param population residents with the day of the figure, if known
     * @param rank by posts per 1,000 residents, 1 for the most, equal values share a rank; 0 without population
     * @param rankByPosts the same by posts, among those of known population; 0 without population
     */
    public record Line(
            PlaceId place, long incidents, long posts, Optional<Population> population, int rank, int rankByPosts) {

        /**
         * Returns posts per 1,000 residents.
         *
         * @return the rate; zero when the population is not known
         */
        public double perThousand() {
            return population.map(people -> posts * THOUSAND / people.count()).orElse(0.0);
        }
    }

    /** Copies the lists. */
    public ActivityRanking {
        ranked = List.copyOf(ranked);
        withoutPopulation = List.copyOf(withoutPopulation);
    }
}
