package org.otklik.spi;

import org.otklik.post.AccountId;

/** Reads what a network sends by itself; implemented by adapters that declare {@link Capability#WEBHOOK}. */
public interface WebhookDecoder {

    /**
     * Checks and reads a request; called before anything is stored.
     *
     * @param account which account the address belongs to
     * @param request the raw request
     * @return what to store, and what to answer after it was stored
     */
    WebhookDecision decode(AccountId account, WebhookRequest request);
}
