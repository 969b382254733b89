package org.otklik;

import org.otklik.post.AccountId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookRequest;

/** The intake of what networks send by themselves; thread-safe. */
public interface Webhooks {

    /**
     * Checks a request, stores what it carries, and only then answers.
     *
     * @param account which account the address belongs to
     * @param request the raw request
     * @return what the host must answer; 404 when no adapter reads webhooks of this account
     */
    WebhookAnswer receive(AccountId account, WebhookRequest request);
}
