package org.otklik.post;

import java.util.Comparator;
import java.util.Objects;

/**
 * Identifies a post for ever: the network and the id that the network gave; immutable.
 *
 * @param network where the post stands
 * @param nativeId the network's own id, opaque, 1 to 200 characters; numbers stay strings because several networks
 *     exceed 2^53
 */
public record PostId(NetworkId network, String nativeId) implements Comparable<PostId> {

    private static final Comparator<PostId> ORDER =
            Comparator.comparing(PostId::network).thenComparing(PostId::nativeId);
    private static final int LONGEST = 200;

    /** Checks that both parts are there and the native id can be a key. */
    public PostId {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(nativeId, "nativeId");
        nativeId = CleanText.of(nativeId);
        if (nativeId.isBlank() || nativeId.length() > LONGEST) {
            throw new IllegalArgumentException("A post of network " + network + " has a native id of "
                    + nativeId.length() + " characters; it must have 1 to " + LONGEST + " and not be blank.");
        }
    }

    /**
     * Returns the id of a post.
     *
     * @param network code of the network, such as {@code vk}
     * @param nativeId the network's own id
     * @return the id
     */
    public static PostId of(String network, String nativeId) {
        return new PostId(NetworkId.of(network), nativeId);
    }

    @Override
    public int compareTo(PostId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return network + ":" + nativeId;
    }
}
