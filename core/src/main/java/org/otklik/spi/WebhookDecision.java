package org.otklik.spi;

import java.util.List;
import org.otklik.post.PostChange;

/** What an adapter made of a webhook; immutable. */
public sealed interface WebhookDecision {

    /**
     * The request is genuine.
     *
     * @param changes what to store before the answer is given; may be empty
     * @param answer what to answer after that
     */
    record Genuine(List<PostChange> changes, WebhookAnswer answer) implements WebhookDecision {

        /** Copies the list. */
        public Genuine {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The request is not to be believed or read; nothing is stored.
     *
     * @param reason stable code, such as {@code BAD_SIGNATURE}
     * @param answer what to answer
     */
    record Rejected(String reason, WebhookAnswer answer) implements WebhookDecision {}
}
