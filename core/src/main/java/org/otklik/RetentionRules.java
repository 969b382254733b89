package org.otklik;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.otklik.post.RetentionCategory;

/**
 * For how long each kind of personal data is kept; what has no rule is kept; immutable.
 *
 * @param keepFor a period of at least a day for each category that ends
 */
public record RetentionRules(Map<RetentionCategory, Duration> keepFor) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** Copies and checks the periods. */
    public RetentionRules {
        keepFor = Map.copyOf(keepFor);
        keepFor.forEach((category, period) -> {
            if (period.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "The period of " + category + " is " + period + "; a day is the least that can be meant.");
            }
        });
    }

    /**
     * Returns rules by which everything is kept.
     *
     * @return no rule
     */
    public static RetentionRules none() {
        return new RetentionRules(Map.of());
    }

    /**
     * Adds or replaces a rule.
     *
     * @param category of what
     * @param period for how long; a day or more
     * @return a copy
     */
    public RetentionRules keep(RetentionCategory category, Duration period) {
        Map<RetentionCategory, Duration> more = new EnumMap<>(RetentionCategory.class);
        more.putAll(keepFor);
        more.put(category, period);
        return new RetentionRules(more);
    }
}
