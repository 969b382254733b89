package org.otklik.internal.incident;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.otklik.access.Operation;
import org.otklik.spi.storage.Foresight.Part;

/** What a command asks of its incident, so that it waits for the storage once before it writes. */
final class Foresights {

    private static final Map<Operation, Set<Part>> PARTS = new EnumMap<>(Map.of(
            Operation.WAIVE, Set.of(Part.POSTS),
            Operation.CLOSE, Set.of(Part.POSTS, Part.INSTRUCTIONS),
            Operation.REJECT, Set.of(Part.POSTS, Part.INSTRUCTIONS),
            Operation.RESTORE, Set.of(Part.POSTS),
            Operation.REOPEN, Set.of(Part.POSTS),
            Operation.MERGE, Set.of(Part.POSTS),
            Operation.UNMERGE, Set.of(Part.JOINED),
            Operation.JUDGE_ANSWER, Set.of(Part.POSTS)));

    private Foresights() {}

    static Set<Part> of(Operation operation) {
        return PARTS.getOrDefault(operation, Set.of());
    }
}
