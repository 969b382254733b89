package org.otklik.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits; immutable. */
final class AddressRange {

    /** Digits only, so that nothing is ever asked of a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    static AddressRange of(String range) {
        int slash = range.indexOf('/');
        String literal = slash < 0 ? range : range.substring(0, slash);
        if (!LITERAL.matcher(literal).matches()) {
            throw mistake(range);
        }
        try {
            byte[] first = InetAddress.getByName(literal).getAddress();
            int bits = slash < 0 ? first.length * Byte.SIZE : Integer.parseInt(range.substring(slash + 1));
            if (bits < 0 || bits > first.length * Byte.SIZE) {
                throw mistake(range);
            }
            return new AddressRange(first, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw mistake(range);
        }
    }

    private static IllegalArgumentException mistake(String range) {
        return new IllegalArgumentException(
                "A range of addresses looks like 10.20.0.0/16 or fd00:1::/32, not like '" + range + "'.");
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((other[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
