package org.otklik.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.Storage;

class CrashingStorageTest {

    private final InMemoryStorage survivor = InMemoryStorage.create();

    private static boolean write(Storage storage, String value) {
        return storage.transact(unit -> {
            unit.state().write("scope", "key", value);
            return true;
        });
    }

    private Optional<String> kept() {
        return survivor.transact(unit -> unit.state().read("scope", "key"));
    }

    @Test
    void what_was_not_committed_dies_with_the_process() {
        CrashingStorage storage = CrashingStorage.beforeCommit(survivor, 2);
        write(storage, "first");

        assertThrows(Crash.class, () -> write(storage, "second"));

        assertEquals(Optional.of("first"), kept());
        assertTrue(storage.isDead());
    }

    @Test
    void what_was_committed_survives_although_nobody_heard_of_it() {
        CrashingStorage storage = CrashingStorage.afterCommit(survivor, 1);

        assertThrows(Crash.class, () -> write(storage, "first"));

        assertEquals(Optional.of("first"), kept());
    }

    @Test
    void a_dead_process_does_nothing_more() {
        CrashingStorage storage = CrashingStorage.beforeCommit(survivor, 1);
        assertThrows(Crash.class, () -> write(storage, "first"));

        assertThrows(Crash.class, () -> write(storage, "second"));

        assertEquals(Optional.empty(), kept());
    }

    @Test
    void a_run_that_ends_before_its_step_lives() {
        CrashingStorage storage = CrashingStorage.beforeCommit(survivor, 9);

        write(storage, "first");

        assertFalse(storage.isDead());
        assertEquals(1, storage.steps());
    }
}
