package org.otklik.storage.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.storage.StorageException;

/**
 * Human numbers: one row a series, locked until the transaction that took a number ends; for one thread.
 *
 * <p>The second number is taken with a block of others, since many incidents are registered in one transaction; what is
 * left of it is given back while the row is still locked, so there is no gap.
 */
final class NumberSeries {

    private static final int BLOCK = 32;
    private static final String NEXT = "UPDATE number_series SET last_number = last_number + ? WHERE series = ?";
    private static final Change.Absent BEGIN =
            new Change.Absent("number_series", List.of("series"), List.of("last_number"));
    private static final Writing<Map.Entry<String, Block>> GIVE_BACK = new Writing<>(
            new Change.Update("number_series", List.of("last_number = last_number - ?"), List.of("series = ?"), false),
            Map.Entry::getKey,
            (p, left) -> p.number(left.getValue().left()).text(left.getKey()));

    private final Session session;
    private final Map<String, Block> blocks = new HashMap<>();

    /** Numbers that were taken and not yet given out. */
    private record Block(long next, long last) {

        long left() {
            return last - next + 1;
        }
    }

    NumberSeries(Session session) {
        this.session = session;
    }

    long next(String series) {
        Block block = blocks.get(series);
        if (block == null || block.left() == 0) {
            block = take(series, block == null ? 1 : BLOCK);
        }
        blocks.put(series, new Block(block.next() + 1, block.last()));
        return block.next();
    }

    private Block take(String series, int count) {
        Optional<Long> known = raise(series, count);
        if (known.isEmpty()) {
            session.insertAbsent(
                    BEGIN, List.of(series), (p, name) -> p.text(name).number(0));
            known = raise(series, count);
        }
        long last =
                known.orElseThrow(() -> new StorageException("The number series " + series + " could not be begun."));
        return new Block(last - count + 1, last);
    }

    private Optional<Long> raise(String series, int count) {
        return session.first(
                session.dialect().updateReading(NEXT, "last_number"),
                p -> p.number(count).text(series),
                Row::number);
    }

    /** Gives back what is left. */
    void flush() {
        session.later(
                GIVE_BACK,
                blocks.entrySet().stream()
                        .filter(entry -> entry.getValue().left() > 0)
                        .toList());
        blocks.clear();
    }
}
