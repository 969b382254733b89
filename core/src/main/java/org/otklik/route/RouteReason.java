package org.otklik.route;

/** One step of the explanation why a matter went where it went; a stable code that may be stored. */
public enum RouteReason {
    /** The row names exactly this topic. */
    TOPIC,
    /** The row names a topic above this one. */
    PARENT_TOPIC,
    /** The row holds for every topic. */
    ANY_TOPIC,
    /** The row names the place or a place around it. */
    PLACE,
    /** The row holds everywhere in the region. */
    WHOLE_REGION,
    /** The row is meant for matters of this scale. */
    SCALE,
    /** The body was found through the municipality of the place. */
    MUNICIPALITY,
    /** The body was found through the inner district of the place. */
    INNER_DISTRICT,
    /** A body with a better claim declined before. */
    DECLINED_BEFORE,
    /** A body with a better claim does not exist on this day. */
    INACTIVE_BODY,
    /** A row with a better claim needs an inner district that is not known. */
    DISTRICT_NOT_KNOWN,
    /** A body with a better claim is not competent for the place. */
    OUTSIDE_COMPETENCE,
    /** The body answered like texts before, as a trained model says. */
    LEARNED
}
