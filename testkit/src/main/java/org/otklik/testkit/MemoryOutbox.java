package org.otklik.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxRow.Claim;
import org.otklik.spi.storage.OutboxStore;
import org.otklik.spi.storage.StorageException;

/** Replies on their way, in memory. */
final class MemoryOutbox implements OutboxStore {

    private static final boolean ALL = true;

    private final Rows<PublicationId, OutboxRow> rows;
    private final Index<OutboxRow, Boolean, Placed<PublicationId>> byDue;
    private final Index<OutboxRow, PublicationState, PublicationId> byState;
    private final InstantSource leaseClock;

    MemoryOutbox(Journal journal, InstantSource leaseClock) {
        this.leaseClock = leaseClock;
        rows = new Rows<>(journal);
        byDue = rows.index(row -> List.of(ALL), row -> new Placed<>(row.dueAt(), row.id()));
        byState = rows.index(row -> List.of(row.state()), OutboxRow::id);
    }

    @Override
    public void insert(Collection<OutboxRow> fresh) {
        for (OutboxRow row : fresh) {
            if (!rows.putIfAbsent(row.id(), row)) {
                throw new StorageException("Publication " + row.id() + " exists already; nothing was stored.");
            }
        }
    }

    @Override
    public List<ClaimedOutboxRow> claim(ClaimRequest request) {
        Instant leaseNow = leaseClock.instant();
        List<ClaimedOutboxRow> claimed = byDue.of(ALL).values().stream()
                .takeWhile(row -> !row.dueAt().isAfter(request.now()))
                .filter(row -> request.states().contains(row.state()))
                .filter(row -> !request.stopped().contains(row.account()))
                .filter(row -> request.lane().takes(row.target().network()))
                .filter(row -> !isHeld(row, leaseNow))
                .limit(request.limit())
                .map(row -> new ClaimedOutboxRow(claimed(row, request, leaseNow), row.state()))
                .toList();
        claimed.forEach(one -> rows.put(one.row().id(), one.row()));
        return claimed;
    }

    private static boolean isHeld(OutboxRow row, Instant leaseNow) {
        return row.claim().until().filter(until -> until.isAfter(leaseNow)).isPresent();
    }

    private static OutboxRow claimed(OutboxRow row, ClaimRequest request, Instant leaseNow) {
        boolean sends = isUnsent(row);
        Claim claim = new Claim(
                row.claim().attempt() + (sends ? 1 : 0),
                Optional.of(request.owner()),
                Optional.of(leaseNow.plus(request.lease())),
                sends ? Optional.of(request.now()) : row.claim().claimedAt());
        return with(row, sends ? PublicationState.CLAIMED : row.state(), claim);
    }

    private static OutboxRow with(OutboxRow row, PublicationState state, Claim claim) {
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                state,
                row.dueAt(),
                claim,
                row.nativeReplyId());
    }

    @Override
    public boolean release(OutboxRow row) {
        if (!stillHolds(row)) {
            return false;
        }
        Claim ended = new Claim(
                row.claim().attempt(),
                Optional.empty(),
                Optional.empty(),
                row.claim().claimedAt());
        rows.put(row.id(), with(row, row.state(), ended));
        return true;
    }

    @Override
    public boolean finish(OutboxRow row) {
        return stillHolds(row) && rows.remove(row.id());
    }

    private boolean stillHolds(OutboxRow row) {
        return find(row.id())
                .filter(found -> found.claim().owner().isPresent())
                .filter(found -> found.claim().owner().equals(row.claim().owner()))
                .filter(found -> found.claim().attempt() == row.claim().attempt())
                .isPresent();
    }

    @Override
    public Optional<PublicationId> withdraw(Collection<PublicationId> ids) {
        Instant leaseNow = leaseClock.instant();
        Optional<PublicationId> begun = ids.stream()
                .filter(id -> find(id).filter(row -> isUnsent(row) && !isHeld(row, leaseNow))
                        .isEmpty())
                .findFirst();
        if (begun.isEmpty()) {
            ids.forEach(rows::remove);
        }
        return begun;
    }

    private static boolean isUnsent(OutboxRow row) {
        return row.state() == PublicationState.READY || row.state() == PublicationState.RETRY;
    }

    @Override
    public void resolve(OutboxRow row) {
        if (find(row.id()).isPresent()) {
            rows.put(row.id(), row);
        }
    }

    @Override
    public Optional<OutboxRow> find(PublicationId id) {
        return rows.find(id);
    }

    @Override
    public long count(PublicationState state) {
        return byState.of(state).size();
    }

    @Override
    public Map<AccountId, Long> countByAccount(Set<PublicationState> states) {
        return states.stream()
                .flatMap(state -> byState.of(state).values().stream())
                .collect(Collectors.groupingBy(OutboxRow::account, Collectors.counting()));
    }
}
