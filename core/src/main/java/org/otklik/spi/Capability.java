package org.otklik.spi;

/** What an adapter says it can do; the contract kit checks each declaration. */
public enum Capability {
    /** {@link NetworkAdapter#poll} returns posts. */
    POLL,
    /** The adapter is a {@link WebhookDecoder}. */
    WEBHOOK,
    /** Polling or webhooks report that posts were edited. */
    EDITS,
    /** Polling or webhooks report that posts are gone. */
    DELETIONS,
    /** {@link NetworkAdapter#publish} may be called. */
    REPLY,
    /** Sending twice with one key shows one reply, so an unknown outcome may be sent again. */
    IDEMPOTENT_SEND,
    /** The adapter is an {@link OwnReplyFinder}. */
    READ_BACK
}
