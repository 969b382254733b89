package org.otklik.internal.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.Privacy.ChainAnchor;
import org.otklik.access.Actor;
import org.otklik.internal.codec.HashChain;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** Reads all events in their order and tells where they are not what was written; for one thread. */
final class ChainCheck {

    private static final int PAGE = 5_000;

    private final Sessions sessions;
    private final Actor actor;
    private final Map<StreamId, StreamHead> heads = new HashMap<>();
    private long sequence;
    private String digest = "";

    ChainCheck(Sessions sessions, Actor actor) {
        this.sessions = sessions;
        this.actor = actor;
    }

    /** Anchors what follows the last anchor. */
    ChainAnchor anchor() {
        Optional<ChainAnchor> before = stored().values().stream().max(Comparator.comparing(ChainAnchor::sequence));
        before.ifPresent(known -> {
            sequence = known.sequence();
            digest = known.digest();
        });
        List<SequencedEvent> page = next();
        if (page.isEmpty() && before.isPresent()) {
            return before.get();
        }
        for (; !page.isEmpty(); page = next()) {
            page.forEach(this::take);
        }
        ChainAnchor anchor = new ChainAnchor(sequence, sessions.parts().now(), digest);
        return sessions.run(actor, session -> {
            Anchors.write(session.stores().state(), anchor);
            return anchor;
        });
    }

    private Map<Long, ChainAnchor> stored() {
        return sessions.run(actor, session -> Anchors.read(session.stores().state()));
    }

    private List<SequencedEvent> next() {
        long from = sequence;
        return sessions.run(actor, session -> session.stores().events().after(from, PAGE));
    }

    private void take(SequencedEvent event) {
        sequence = event.sequence();
        digest = HashChain.joined(digest, sequence, event.event().hash());
    }

    /** Returns what is wrong first, or an empty string. */
    String verify(Collection<ChainAnchor> kept) {
        long last = sessions.run(actor, session -> session.stores().events().last());
        Map<Long, ChainAnchor> anchors = new HashMap<>(stored());
        kept.forEach(anchor -> anchors.put(anchor.sequence(), anchor));
        for (List<SequencedEvent> page = next(); !page.isEmpty(); page = next()) {
            for (SequencedEvent event : page) {
                Optional<String> wrong = wrong(event, anchors);
                if (wrong.isPresent()) {
                    return wrong.get();
                }
            }
        }
        return wrongEnd(last, anchors);
    }

    private Optional<String> wrong(SequencedEvent event, Map<Long, ChainAnchor> anchors) {
        EventRow row = event.event();
        if (event.sequence() != sequence + 1) {
            return Optional.of("event " + (sequence + 1) + " is missing before " + name(row));
        }
        if (!HashChain.fits(heads.getOrDefault(row.stream(), StreamHead.EMPTY), row)) {
            return Optional.of(name(row));
        }
        heads.put(row.stream(), new StreamHead(row.version(), row.hash()));
        take(event);
        return Optional.ofNullable(anchors.get(sequence))
                .filter(anchor -> !anchor.digest().equals(digest))
                .map(anchor -> "anchor of " + anchor.at() + ": events up to " + sequence + " were rewritten");
    }

    /** Events at the end have nothing behind them that would miss them, but for the counter and the anchors. */
    private String wrongEnd(long last, Map<Long, ChainAnchor> anchors) {
        long known = Math.max(
                last, anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
        return known > sequence ? "event " + (sequence + 1) + " is missing at the end" : "";
    }

    private static String name(EventRow row) {
        return row.stream() + " v" + row.version();
    }
}
