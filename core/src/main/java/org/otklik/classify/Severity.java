package org.otklik.classify;

/** How urgent a message is by what it tells; ordered from the least to the most urgent. */
public enum Severity {
    /** Nothing urgent is told. */
    NORMAL,
    /** A whole house or many people, long duration, children, old or ill people. */
    ELEVATED,
    /** Life or health is in danger now. */
    CRITICAL
}
