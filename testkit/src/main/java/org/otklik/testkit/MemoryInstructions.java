package org.otklik.testkit;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;

/** Instructions in memory. */
final class MemoryInstructions implements InstructionStore {

    private static final boolean ALL = true;

    private final Rows<InstructionId, InstructionRow> rows;
    private final Index<InstructionRow, Boolean, InstructionId> byId;
    private final Index<InstructionRow, IncidentId, InstructionId> byIncident;

    MemoryInstructions(Journal journal) {
        rows = new Rows<>(journal);
        byId = rows.index(row -> List.of(ALL), InstructionRow::id);
        byIncident = rows.index(InstructionRow::incidents, InstructionRow::id);
    }

    @Override
    public void insert(InstructionRow row) {
        if (!rows.putIfAbsent(row.id(), row)) {
            throw new StorageException("Instruction " + row.id() + " exists already; nothing was stored.");
        }
    }

    @Override
    public void update(InstructionRow row, long expectedVersion) {
        if (find(row.id())
                .filter(found -> found.stream().version() == expectedVersion)
                .isEmpty()) {
            throw new StaleVersionException("instruction " + row.id(), expectedVersion);
        }
        rows.put(row.id(), row);
    }

    @Override
    public Optional<InstructionRow> find(InstructionId id) {
        return rows.find(id);
    }

    @Override
    public List<InstructionRow> about(IncidentId incident) {
        return byIncident.listOf(incident);
    }

    @Override
    public List<InstructionRow> issued(Instant from, Instant before, Optional<InstructionId> after, int limit) {
        NavigableMap<InstructionId, InstructionRow> all = byId.of(ALL);
        return after.map(id -> all.tailMap(id, false)).orElse(all).values().stream()
                .filter(row -> !row.issuedAt().isBefore(from) && row.issuedAt().isBefore(before))
                .limit(limit)
                .toList();
    }
}
