package org.otklik.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.otklik.id.IncidentId;

/** What an index says about a new post; immutable. */
public sealed interface SimilarityMatch {

    /** The post repeats nothing that the index knows. */
    record None() implements SimilarityMatch {}

    /**
     * The post repeats an incident so surely that it joins it.
     *
     * @param incident which incident
     * @param score 0 to 1
     * @param reasons why
     */
    record Attach(IncidentId incident, double score, Set<SimilarityReason> reasons) implements SimilarityMatch {

        /** Copies the reasons. */
        public Attach {
            Objects.requireNonNull(incident, "incident");
            reasons = Set.copyOf(reasons);
        }
    }

    /**
     * The post may repeat incidents; a person decides.
     *
     * @param suggestions likeliest first, at most ten; never empty
     */
    record Suggest(List<Suggestion> suggestions) implements SimilarityMatch {

        /** Sorts the suggestions. */
        public Suggest {
            if (suggestions.isEmpty()) {
                throw new IllegalArgumentException("To suggest nothing is None.");
            }
            suggestions = suggestions.stream()
                    .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
                    .toList();
        }
    }

    /**
     * An incident that a post may repeat.
     *
     * @param incident which incident
     * @param score 0 to 1
     * @param reasons why
     */
    record Suggestion(IncidentId incident, double score, Set<SimilarityReason> reasons) {

        /** Copies the reasons. */
        public Suggestion {
            Objects.requireNonNull(incident, "incident");
            reasons = Set.copyOf(reasons);
        }
    }
}
