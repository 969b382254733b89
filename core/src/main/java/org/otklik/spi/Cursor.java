package org.otklik.spi;

import java.nio.charset.StandardCharsets;

/**
 * How far a source was read: an opaque string of the adapter, stored with the posts of its page; immutable.
 *
 * @param value begins with a version of the adapter's own choice; at most 8 KiB of UTF-8
 */
public record Cursor(String value) {

    /** The largest size in bytes of UTF-8. */
    public static final int LARGEST = 8192;

    /** Checks the size. */
    public Cursor {
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        if (size == 0 || size > LARGEST) {
            throw new IllegalArgumentException("A cursor has 1 to " + LARGEST + " bytes, not " + size + ".");
        }
    }
}
