package org.otklik.post;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Points at a picture, film or file of a post; the bytes stay in the network; immutable.
 *
 * @param kind what it is
 * @param address where it can be seen, if the network gave an address
 */
public record MediaRef(Kind kind, Optional<URI> address) {

    /** The kinds of media that the desk tells apart. */
    public enum Kind {
        /** A still picture. */
        PHOTO,
        /** A film. */
        VIDEO,
        /** Sound, such as a voice message. */
        AUDIO,
        /** Any other file or a link preview. */
        OTHER
    }

    /** Checks that both parts are there. */
    public MediaRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
    }

    /**
     * Returns a photo without a known address.
     *
     * @return the photo
     */
    public static MediaRef photo() {
        return new MediaRef(Kind.PHOTO, Optional.empty());
    }

    /**
     * Returns a photo at an address.
     *
     * @param address where it can be seen
     * @return the photo
     */
    public static MediaRef photo(URI address) {
        return new MediaRef(Kind.PHOTO, Optional.of(address));
    }
}
