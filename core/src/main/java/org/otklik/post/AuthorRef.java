package org.otklik.post;

import java.util.Objects;
import java.util.Optional;

/**
 * The author of a post as the network names him; immutable.
 *
 * <p>This is personal data. It enters the desk with a post and goes straight to the erasable author table; everything
 * else in the desk knows a keyed {@link Pseudonym}. {@link #toString()} shows no identity.
 *
 * @param network where the author has his account
 * @param nativeId the network's own id of the author, opaque
 * @param displayName the shown name, if the network gave one
 */
public record AuthorRef(NetworkId network, String nativeId, Optional<String> displayName) {

    /** Checks the parts and replaces characters that no database keeps. */
    public AuthorRef {
        Objects.requireNonNull(network, "network");
        nativeId = CleanText.of(nativeId);
        displayName = displayName.map(CleanText::of).filter(name -> !name.isBlank());
        if (nativeId.isBlank() || nativeId.length() > 200) {
            throw new IllegalArgumentException(
                    "An author of network " + network + " needs a native id of 1 to 200 characters.");
        }
    }

    /**
     * Returns an author without a shown name.
     *
     * @param network code of the network
     * @param nativeId the network's own id of the author
     * @return the author
     */
    public static AuthorRef of(String network, String nativeId) {
        return new AuthorRef(NetworkId.of(network), nativeId, Optional.empty());
    }

    /**
     * Returns an author with a shown name.
     *
     * @param network code of the network
     * @param nativeId the network's own id of the author
     * @param displayName the shown name
     * @return the author
     */
    public static AuthorRef of(String network, String nativeId, String displayName) {
        return new AuthorRef(NetworkId.of(network), nativeId, Optional.of(displayName));
    }

    @Override
    public String toString() {
        return "author in " + network;
    }
}
