package org.otklik.spi;

import org.otklik.id.PublicationId;

/** Looks for our own reply in the network; implemented by adapters that declare {@link Capability#READ_BACK}. */
public interface OwnReplyFinder {

    /**
     * Looks for a reply of ours under a post.
     *
     * @param target where it would stand and who would have spoken
     * @param text what it would say
     * @param key the key with which it was sent
     * @return what is to be seen
     */
    ReadBack find(ReplyTarget target, String text, PublicationId key);
}
