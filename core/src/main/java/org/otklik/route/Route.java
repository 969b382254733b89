package org.otklik.route;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;

/** Where a matter goes, or why nobody could be found; immutable and always explained. */
public sealed interface Route {

    /**
     * Returns the version of the rules that decided.
     *
     * @return version of the region pack
     */
    String packVersion();

    /**
     * A body was found.
     *
     * @param lead the body that must answer
     * @param coExecutors bodies that take part
     * @param nextCandidates bodies to ask when the lead declines, best first
     * @param ruleId the row that decided
     * @param reasons why this row and this body
     * @param confidence from 0 to 1
     * @param packVersion version of the region pack
     */
    record Routed(
            BodyId lead,
            List<BodyId> coExecutors,
            List<BodyId> nextCandidates,
            String ruleId,
            List<RouteReason> reasons,
            double confidence,
            String packVersion)
            implements Route {

        /** Copies the lists; a body stands in one part only. */
        public Routed {
            Objects.requireNonNull(lead, "lead");
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(packVersion, "packVersion");
            coExecutors = List.copyOf(coExecutors);
            nextCandidates = List.copyOf(nextCandidates);
            reasons = List.copyOf(reasons);
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("The confidence " + confidence + " is not between 0 and 1.");
            }
            Set<BodyId> parts = new HashSet<>(coExecutors);
            parts.addAll(nextCandidates);
            if (parts.contains(lead)) {
                throw new IllegalArgumentException("The lead " + lead + " cannot also be co-executor or candidate.");
            }
        }
    }

    /**
     * No body of the desk could be found; the matter waits for a person in the queue of the unroutable.
     *
     * @param reason what is missing
     * @param candidates bodies that a person may consider: external ones, those of each possible place
     * @param ruleId the row that came closest, if any
     * @param packVersion version of the region pack
     */
    record Unroutable(Reason reason, List<BodyId> candidates, Optional<String> ruleId, String packVersion)
            implements Route {

        /** Copies the candidates. */
        public Unroutable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(packVersion, "packVersion");
            candidates = List.copyOf(candidates);
        }

        /** What is missing. */
        public enum Reason {
            /** It is not known what the matter is about. */
            NO_TOPIC,
            /** The matter needs a place and none was found. */
            NO_PLACE,
            /** The matter needs a place and several are possible. */
            AMBIGUOUS_PLACE,
            /** No row covers this topic, place and scale on this day. */
            NO_RULE,
            /** The rows name bodies that do not exist on this day. */
            BODY_INACTIVE,
            /** Every body that the rows name has declined. */
            ALL_DECLINED,
            /** The competent body stands outside the desk and must be written to. */
            FEDERAL_EXTERNAL
        }
    }
}
