package org.otklik.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.post.NetworkId;

/**
 * Captured posts by network and state; immutable.
 *
 * @param lines in the order of networks and states, one for each pair that occurs
 */
public record SignalCounts(List<Line> lines) {

    /**
     * How many posts of a network stand in a state; immutable.
     *
     * @param network which network
     * @param state code of the state, such as {@code PROMOTED}
     * @param posts how many
     */
    public record Line(NetworkId network, String state, long posts) {}

    /** Copies the lines. */
    public SignalCounts {
        lines = List.copyOf(lines);
    }

    /**
     * Counts all posts.
     *
     * @return the sum of all lines
     */
    public long total() {
        return lines.stream().mapToLong(Line::posts).sum();
    }

    /**
     * Counts posts of each network.
     *
     * @return the most first
     */
    public CountTable<NetworkId> byNetwork() {
        return by(Line::network);
    }

    /**
     * Counts posts in each state.
     *
     * @return the most first
     */
    public CountTable<String> byState() {
        return by(Line::state);
    }

    private <K extends Comparable<K>> CountTable<K> by(Function<Line, K> key) {
        CountTally<K> tally = new CountTally<>();
        lines.forEach(line -> tally.add(Optional.of(key.apply(line)), line.posts()));
        return tally.table();
    }
}
