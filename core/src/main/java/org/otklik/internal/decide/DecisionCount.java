package org.otklik.internal.decide;

/** How captured posts were decided. */
public record DecisionCount(int registered, int attached, int toReview, int dismissed, int handedOver) {

    static final DecisionCount NONE = new DecisionCount(0, 0, 0, 0, 0);

    DecisionCount plus(DecisionCount other) {
        return new DecisionCount(
                registered + other.registered,
                attached + other.attached,
                toReview + other.toReview,
                dismissed + other.dismissed,
                handedOver + other.handedOver);
    }
}
