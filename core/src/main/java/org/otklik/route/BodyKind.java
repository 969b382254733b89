package org.otklik.route;

/** What sort of organisation a responsible body is. */
public enum BodyKind {
    /** A ministry or another body of the region's government. */
    MINISTRY,
    /** The administration of a municipality or of a district inside it. */
    MUNICIPALITY,
    /** A body of the federal state; usually outside the desk, see {@link ResponsibleBody#external()}. */
    FEDERAL_BODY,
    /** Supplies heat, water, power or gas. */
    UTILITY,
    /** Manages blocks of flats. */
    HOUSING_COMPANY,
    /** Runs buses, trams or suburban trains. */
    CARRIER,
    /** Works under a public contract: repairs roads, removes waste. */
    CONTRACTOR,
    /** Anything else that answers for itself. */
    OTHER
}
