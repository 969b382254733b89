package org.otklik.storage.jdbc;

import java.util.List;
import java.util.Optional;
import org.otklik.spi.storage.StorageException;

/** Human numbers: one row a series, locked until the transaction that took a number ends. */
final class NumberSeries {

    private static final String NEXT = "UPDATE number_series SET last_number = last_number + 1 WHERE series = ?";

    private final Session session;

    NumberSeries(Session session) {
        this.session = session;
    }

    long next(String series) {
        Optional<Long> known = take(series);
        if (known.isPresent()) {
            return known.get();
        }
        String begin = session.dialect().insertIfAbsent("number_series", List.of("series"), List.of("last_number"));
        session.insertAbsent(begin, List.of(series), (p, name) -> p.text(name).number(0));
        return take(series)
                .orElseThrow(() -> new StorageException("The number series " + series + " could not be begun."));
    }

    private Optional<Long> take(String series) {
        return session.first(session.dialect().updateReading(NEXT, "last_number"), p -> p.text(series), Row::number);
    }
}
