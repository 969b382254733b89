package org.otklik.architecture.broken.internal.reply;

import org.otklik.architecture.broken.internal.publish.Outbox;

/** Knows what knows it. */
public interface Drafts {

    /** Leads in a circle. */
    Outbox next();
}
