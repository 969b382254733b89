package org.otklik.sla;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a clock; immutable. The set is open: a region may run clocks of its own beside the constants.
 *
 * <p>{@link #FIRST_RESPONSE} and {@link #FINAL} run for the citizen: a redirect, a merge or a restart never makes them
 * start later. Every other clock measures a body.
 *
 * @param code a slug such as {@code first-response}; {@code FIRST_RESPONSE} is read as the same code
 */
public record ClockName(String code) implements Comparable<ClockName> {

    // Stands before the constants, which are checked by it.
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");
    private static final int LONGEST = 40;

    /** From registration until the incident is routed. */
    public static final ClockName TRIAGE = new ClockName("triage");

    /** From routing until the body accepts the incident. */
    public static final ClockName ACCEPT = new ClockName("accept");

    /** Until the citizen hears anything at all, be it an interim answer. */
    public static final ClockName FIRST_RESPONSE = new ClockName("first-response");

    /** From routing until the body submits a draft. */
    public static final ClockName DRAFT = new ClockName("draft");

    /** From submission until the last approval. */
    public static final ClockName APPROVE = new ClockName("approve");

    /** Until the citizen has the final answer. */
    public static final ClockName FINAL = new ClockName("final");

    /** Until the date that was promised to the citizen. */
    public static final ClockName PROMISE = new ClockName("promise");

    /** Folds the code to lower case with hyphens and checks its shape. */
    public ClockName {
        Objects.requireNonNull(code, "code");
        code = code.toLowerCase(Locale.ROOT).replace('_', '-');
        if (code.length() > LONGEST || !SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + code
                    + "' cannot name a clock: use Latin letters and digits joined by '-', at most " + LONGEST
                    + " characters.");
        }
    }

    /**
     * Returns the clock name with this code.
     *
     * @param code a slug, in any case, with {@code -} or {@code _}
     * @return the name
     * @throws IllegalArgumentException if the code is not a slug
     */
    public static ClockName of(String code) {
        return new ClockName(code);
    }

    /**
     * Tells whether the clock runs for the citizen rather than for a body.
     *
     * @return true for {@link #FIRST_RESPONSE} and {@link #FINAL}
     */
    public boolean isCitizens() {
        return equals(FIRST_RESPONSE) || equals(FINAL);
    }

    @Override
    public int compareTo(ClockName other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
