package org.otklik.post;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a network, or another channel that posts come from; immutable.
 *
 * <p>The set is open: core knows no network by name, adapters bring their own codes.
 *
 * @param code lower-case Latin letters, digits and hyphens, at most 32 characters, such as {@code vk}
 */
public record NetworkId(String code) implements Comparable<NetworkId> {

    // Stands before the constant, which is checked by it.
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** The channel of posts that a person registered by hand: phone, meeting, link, hotline, another system. */
    public static final NetworkId MANUAL = new NetworkId("manual");

    /** Checks the shape of the code. */
    public NetworkId {
        Objects.requireNonNull(code, "code");
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("The network code '" + code
                    + "' must be 1 to 32 lower-case Latin letters, digits or hyphens, such as 'vk'.");
        }
    }

    /**
     * Returns the network with this code.
     *
     * @param code such as {@code vk}
     * @return the network
     * @throws IllegalArgumentException if the code has another shape
     */
    public static NetworkId of(String code) {
        return new NetworkId(code);
    }

    @Override
    public int compareTo(NetworkId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
