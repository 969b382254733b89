package org.otklik.spi.storage;

/**
 * An event with its place among all events; immutable.
 *
 * @param sequence rises by one with each event, in the order of commits, without gaps
 * @param event the event
 */
public record SequencedEvent(long sequence, EventRow event) {}
