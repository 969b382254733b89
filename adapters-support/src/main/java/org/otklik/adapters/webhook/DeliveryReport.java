package org.otklik.adapters.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * What one step of delivering did, and how far the receiver is; immutable.
 *
 * @param messages how many messages the receiver took in this step
 * @param delivered last event that it took, ever
 * @param failures how often the message that is due failed in a row; nought when all is well
 * @param cause code of the last failure in this step, such as {@code http-503}; empty if nothing failed
 * @param again when the message that failed is sent again; empty if none waits
 * @param stopped whether the receiver said that it is gone (410); nothing is sent until {@link EventWebhook#resume}
 */
public record DeliveryReport(
        int messages, long delivered, int failures, Optional<String> cause, Optional<Instant> again, boolean stopped) {}
