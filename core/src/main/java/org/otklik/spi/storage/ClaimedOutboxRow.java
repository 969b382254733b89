package org.otklik.spi.storage;

import org.otklik.reply.PublicationState;

/**
 * A row of the outbox that a node has claimed; immutable.
 *
 * @param row as it is now
 * @param before its state before the claim; CLAIMED when an earlier sending was cut off
 */
public record ClaimedOutboxRow(OutboxRow row, PublicationState before) {}
