package org.otklik.spi;

import java.util.List;
import org.otklik.post.PostChange;

/**
 * What one call of {@link NetworkAdapter#poll} found; immutable.
 *
 * @param changes posts and deletions, in the network's order; may repeat what was reported before
 * @param next where the next call shall go on; stored in the same transaction as the changes
 * @param more whether more is waiting now, so that the desk asks again in the same step
 * @param unreadable items that could not be read and were left out; the raw item for the diary, never a token
 */
public record PostPage(List<PostChange> changes, Cursor next, boolean more, List<Unreadable> unreadable) {

    /**
     * An item of a page that could not be read; it fails alone.
     *
     * @param nativeId the network's id, or what is known of it
     * @param reason why, a short code
     */
    public record Unreadable(String nativeId, String reason) {}

    /** Copies the lists. */
    public PostPage {
        changes = List.copyOf(changes);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Returns a page in which everything could be read.
     *
     * @param changes posts and deletions
     * @param next where the next call shall go on
     * @param more whether more is waiting now
     * @return the page
     */
    public static PostPage of(List<PostChange> changes, Cursor next, boolean more) {
        return new PostPage(changes, next, more, List.of());
    }
}
