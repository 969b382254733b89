package org.otklik.architecture.broken.internal.publish;

import org.otklik.architecture.broken.internal.reply.Drafts;

/** Knows what knows it. */
public interface Outbox {

    /** Leads in a circle. */
    Drafts next();
}
