package org.otklik.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/** What an index says about a new post; immutable. */
public sealed interface SimilarityMatch {

    /** The post repeats nothing that the index knows. */
    record None() implements SimilarityMatch {}

    /**
     * The post repeats an incident so surely that it joins it.
     *
     * @param incident which incident
     * @param post the post of the incident that it repeats
     * @param score how similar, 0 to 1
     * @param reasons why
     */
    record Attach(IncidentId incident, PostId post, double score, Set<SimilarityReason> reasons)
            implements SimilarityMatch {

        /** Copies the reasons. */
        public Attach {
            Objects.requireNonNull(incident, "incident");
            Objects.requireNonNull(post, "post");
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
     * @param post the post of the incident that resembles it most
     * @param score how similar, 0 to 1
     * @param reasons why
     */
    record Suggestion(IncidentId incident, PostId post, double score, Set<SimilarityReason> reasons) {

        /** Copies the reasons. */
        public Suggestion {
            Objects.requireNonNull(incident, "incident");
            Objects.requireNonNull(post, "post");
            reasons = Set.copyOf(reasons);
        }
    }
}
