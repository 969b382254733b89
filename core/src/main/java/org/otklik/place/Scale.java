package org.otklik.place;

/** How wide the trouble of a post reaches by what it tells; ordered from the narrowest. */
public enum Scale {
    /** One house, yard or street. */
    HOUSE_OR_STREET,
    /** A village, a quarter or an inner district. */
    SETTLEMENT,
    /** A municipality, or nothing narrower is told. */
    MUNICIPAL,
    /** The whole region. */
    REGIONAL,
    /** Federal property or competence, such as a federal highway. */
    FEDERAL
}
