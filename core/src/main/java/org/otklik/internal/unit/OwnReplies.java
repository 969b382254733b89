package org.otklik.internal.unit;

import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/**
 * Under which ids our own replies stand in the networks. They are no stored posts, but people answer them, and polling
 * brings them back.
 */
public final class OwnReplies {

    private static final String SCOPE = "own-reply";
    private static final int LONGEST_ID = 200;

    private OwnReplies() {}

    /** Remembers which incident a reply answered; a network's id that is no id is of no use later. */
    public static void remember(Session session, NetworkId network, String nativeReplyId, IncidentId incident) {
        if (!nativeReplyId.isBlank() && nativeReplyId.length() <= LONGEST_ID) {
            session.stores().state().write(SCOPE, new PostId(network, nativeReplyId).toString(), incident.value());
        }
    }

    /** Finds the incident that a reply of ours answered. */
    public static Optional<IncidentId> incident(Session session, PostId reply) {
        return session.stores().state().read(SCOPE, reply.toString()).map(IncidentId::of);
    }
}
