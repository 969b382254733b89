package org.otklik.internal.publish;

import java.time.Instant;
import java.util.Optional;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxRow;

/** Copies of outbox rows with one part changed. */
final class OutboxRows {

    private OutboxRows() {}

    static OutboxRow in(OutboxRow row, PublicationState state, Instant due, Optional<String> nativeReplyId) {
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                state,
                due,
                row.claim(),
                nativeReplyId);
    }
}
