package org.otklik.post;

import java.util.Objects;

/**
 * Names a network, or another channel that posts come from; immutable.
 *
 * <p>The set is open: core knows no network by name, adapters bring their own codes.
 *
 * @param code lower-case Latin letters, digits and hyphens, at most 32 characters, such as {@code vk}
 */
public record NetworkId(String code) implements Comparable<NetworkId> {

    private static final int LONGEST = 32;

    /** The channel of posts that a person registered by hand: phone, meeting, link, hotline, another system. */
    public static final NetworkId MANUAL = new NetworkId("manual");

    /** Checks the shape of the code. */
    public NetworkId {
        Objects.requireNonNull(code, "code");
        if (!isCode(code)) {
            throw new IllegalArgumentException("The network code '" + code
                    + "' must be 1 to 32 lower-case Latin letters, digits or hyphens, such as 'vk'.");
        }
    }

    private static boolean isCode(String code) {
        if (code.isEmpty() || code.length() > LONGEST || code.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-')) {
                return false;
            }
        }
        return true;
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
