package org.otklik;

import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.id.IncidentId;

/**
 * Takes closed incidents of an earlier system over; thread-safe.
 *
 * <p>They keep their own times, start no clock, send nothing and tell nobody. Reports count them, and say how many they
 * are; the trainer learns from them. An incident is known by its number there, so a second takeover changes nothing.
 */
public interface PastIncidents {

    /** How many may be taken over at once, which is one transaction. */
    int MOST = 1_000;

    /**
     * Takes incidents over, or only tells what would become of each.
     *
     * @param actor who does it
     * @param system slug of the earlier system, 1 to 40 lower-case letters, digits and hyphens; always the same
     * @param incidents at most {@link #MOST}
     * @param reallyDoIt false to change nothing
     * @return what became of each, in their order; or refused
     */
    Result<List<Taken>> take(Actor actor, String system, List<PastIncident> incidents, boolean reallyDoIt);

    /**
     * What became of one; immutable.
     *
     * @param verdict whether it is here now
     * @param reason code of the reason for a refusal, such as {@code TOPIC_UNKNOWN}; empty otherwise
     * @param incident the incident here; empty if it was refused or nothing was really done
     */
    record Taken(Verdict verdict, String reason, Optional<IncidentId> incident) {

        /** Whether it is here. */
        public enum Verdict {
            /** It was taken over, or would be. */
            IMPORTED,
            /** It was taken over before and has not changed since. */
            ALREADY_THERE,
            /** It was taken over before and is another now; what is here stays as it is. */
            CHANGED,
            /** It cannot be taken over. */
            REFUSED
        }
    }
}
