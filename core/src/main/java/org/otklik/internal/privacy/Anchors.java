package org.otklik.internal.privacy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.Privacy.ChainAnchor;
import org.otklik.spi.storage.StateStore;

/** Anchors as small stored values, by sequence. */
final class Anchors {

    private static final String SCOPE = "anchor";

    private Anchors() {}

    static Map<Long, ChainAnchor> read(StateStore state) {
        Map<Long, ChainAnchor> anchors = new TreeMap<>();
        state.readAll(SCOPE).forEach((key, value) -> {
            int space = value.indexOf(' ');
            long sequence = Long.parseLong(key);
            anchors.put(
                    sequence,
                    new ChainAnchor(sequence, Instant.parse(value.substring(0, space)), value.substring(space + 1)));
        });
        return anchors;
    }

    static void write(StateStore state, ChainAnchor anchor) {
        state.write(SCOPE, String.format(Locale.ROOT, "%019d", anchor.sequence()), anchor.at() + " " + anchor.digest());
    }
}
