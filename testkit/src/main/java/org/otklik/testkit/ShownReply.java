package org.otklik.testkit;

import java.time.Instant;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;

/**
 * A reply as it stands in a network in memory; immutable.
 *
 * @param nativeId the network's id of the reply
 * @param post the post that it answers
 * @param account who speaks
 * @param text what it says
 * @param key the key with which it was sent
 * @param at when the network took it
 * @param hidden whether nobody but its author sees it
 */
public record ShownReply(
        String nativeId, PostId post, AccountId account, String text, PublicationId key, Instant at, boolean hidden) {

    ShownReply asHidden() {
        return new ShownReply(nativeId, post, account, text, key, at, true);
    }
}
