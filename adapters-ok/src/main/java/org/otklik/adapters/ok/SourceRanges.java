package org.otklik.adapters.ok;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 ranges from which webhooks are believed; immutable. Written out, since no name service may be asked here. */
final class SourceRanges {

    /** What the network publishes. */
    static final List<String> PUBLISHED = List.of("217.20.145.192/28", "217.20.151.160/28", "217.20.153.48/28");

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final String MAPPED = "::ffff:";

    private record Range(int start, int mask) {

        boolean has(int address) {
            return (address & mask) == start;
        }
    }

    private final List<Range> ranges;

    private SourceRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads ranges such as {@code 217.20.145.192/28}. */
    static SourceRanges of(List<String> ranges) {
        return new SourceRanges(ranges.stream().map(SourceRanges::range).toList());
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        Optional<Integer> start = slash < 0 ? Optional.empty() : address(text.substring(0, slash));
        if (start.isEmpty() || !text.substring(slash + 1).matches("[0-9]|[12][0-9]|3[0-2]")) {
            throw new IllegalArgumentException("'" + text + "' is no range of addresses such as 217.20.145.192/28.");
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        int mask = bits == 0 ? 0 : -1 << (Integer.SIZE - bits);
        return new Range(start.get() & mask, mask);
    }

    boolean has(String remoteAddress) {
        String plain = remoteAddress.startsWith(MAPPED) ? remoteAddress.substring(MAPPED.length()) : remoteAddress;
        return address(plain)
                .filter(address -> ranges.stream().anyMatch(range -> range.has(address)))
                .isPresent();
    }

    private static Optional<Integer> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (String part : text.split("\\.", -1)) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                return Optional.empty();
            }
            address = address << 8 | number;
        }
        return Optional.of(address);
    }
}
