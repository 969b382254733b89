package org.otklik.cluster;

/** Why a post resembles an incident. */
public enum SimilarityReason {
    /** The folded words are the same. */
    SAME_TEXT,
    /** Most words are the same, and nothing that tells matters apart differs. */
    NEAR_TEXT,
    /** The narrowest topic is the same. */
    SAME_TOPIC,
    /** The municipality is the same. */
    SAME_MUNICIPALITY,
    /** The narrowest place, such as an inner district or village, is the same. */
    SAME_PLACE,
    /** The same street is named. */
    SAME_STREET,
    /** Both were published within six hours. */
    SAME_HOURS
}
