package org.otklik.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A short text for each slot, in one array; what is longer than a cell, or not Latin, stands aside. For one thread. */
final class Cells {

    private static final byte ASIDE = -1;

    private final int width;
    private final Map<Integer, String> aside = new HashMap<>();
    private byte[] bytes = new byte[0];

    /** Creates cells of a width, of which one byte is the length. */
    Cells(int width) {
        this.width = width;
    }

    void grow(int slots) {
        bytes = Arrays.copyOf(bytes, slots * width);
    }

    void set(int slot, String text) {
        int at = slot * width;
        if (bytes[at] == ASIDE) {
            aside.remove(slot);
        }
        bytes[at] = fits(text) ? (byte) text.length() : ASIDE;
        if (bytes[at] == ASIDE) {
            aside.put(slot, text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            bytes[at + 1 + i] = (byte) text.charAt(i);
        }
    }

    private boolean fits(String text) {
        if (text.length() >= width) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    void clear(int slot) {
        set(slot, "");
    }

    String get(int slot) {
        int at = slot * width;
        return bytes[at] == ASIDE
                ? Objects.requireNonNull(aside.get(slot))
                : new String(bytes, at + 1, bytes[at], StandardCharsets.US_ASCII);
    }

    /** Gives what {@link String#hashCode()} gives, without making the text. */
    int hash(int slot) {
        int at = slot * width;
        if (bytes[at] == ASIDE) {
            return get(slot).hashCode();
        }
        int hash = 0;
        for (int i = at + 1; i <= at + bytes[at]; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    boolean is(int slot, String text) {
        int at = slot * width;
        if (bytes[at] == ASIDE) {
            return text.equals(aside.get(slot));
        }
        if (bytes[at] != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + 1 + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean areSame(int one, int other) {
        int a = one * width;
        int b = other * width;
        if (bytes[a] == ASIDE || bytes[b] == ASIDE) {
            return get(one).equals(get(other));
        }
        return Arrays.equals(bytes, a, a + 1 + bytes[a], bytes, b, b + 1 + bytes[b]);
    }
}
