package org.otklik.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;

/** Makes replies that nobody sent yet, from numbers. */
final class Replies {

    static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** Asks for twenty that are due at noon. */
    static final ClaimRequest DUE = new ClaimRequest(
            EnumSet.of(PublicationState.READY), NOON, "node", Duration.ofMinutes(2), 20, Set.of(), Lane.all());

    private Replies() {}

    /** Returns the id of a reply, its incident and its draft. */
    static String id(int number) {
        return String.format(Locale.ROOT, "%026d", number);
    }

    static OutboxRow reply(int number, Instant dueAt) {
        return new OutboxRow(
                PublicationId.of(id(number)),
                IncidentId.of(id(number)),
                DraftId.of(id(number)),
                PostId.of("vk", "-1_" + number),
                AccountId.of("vk", "official"),
                PublicationState.READY,
                dueAt,
                OutboxRow.Claim.NEVER,
                Optional.empty());
    }
}
