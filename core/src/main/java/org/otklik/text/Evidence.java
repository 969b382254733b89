package org.otklik.text;

import java.util.Objects;

/**
 * Says which rule decided and where in the text it matched; immutable.
 *
 * <p>It holds a span and no text, so that it may lie in an event after the text itself was erased.
 *
 * @param rule id of the rule or feature, such as {@code roads.potholes.hole}; a rule that fired because nothing else
 *     did names itself too
 * @param start first character of the match in the segment's text, as an index of {@code char}s
 * @param end character after the match; equal to {@code start} when the evidence is of the text as a whole
 * @param segment the text that the span belongs to
 */
public record Evidence(String rule, int start, int end, Segment segment) {

    /** Checks that the span is one. */
    public Evidence {
        Objects.requireNonNull(segment, "segment");
        if (rule.isBlank()) {
            throw new IllegalArgumentException("Evidence needs the id of its rule.");
        }
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "Evidence of rule '" + rule + "' has no valid span: " + start + " to " + end + ".");
        }
    }

    /**
     * Returns evidence that a rule found in the post's own text.
     *
     * @param rule id of the rule
     * @param start first character
     * @param end character after the last
     * @return the evidence
     */
    public static Evidence of(String rule, int start, int end) {
        return new Evidence(rule, start, end, Segment.POST);
    }

    /**
     * Returns evidence about a segment as a whole, without a span.
     *
     * @param rule id of the rule
     * @param segment what it is about
     * @return the evidence
     */
    public static Evidence whole(String rule, Segment segment) {
        return new Evidence(rule, 0, 0, segment);
    }
}
