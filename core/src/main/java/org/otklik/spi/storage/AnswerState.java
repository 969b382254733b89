package org.otklik.spi.storage;

/** Whether a post of an incident has its answer. */
public enum AnswerState {
    /** The post belongs to no incident, or needs no answer by its nature. */
    NONE,
    /** The post needs an answer. */
    AWAITING,
    /** The post was answered in the network. */
    ANSWERED,
    /** The post was said to need no answer. */
    WAIVED
}
