package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leases and small values keep: one holder at a time, the last value written, nothing lost on restart. */
public abstract class StateStoreContract extends StorageContract {

    /** Creates the contract; JUnit does. */
    protected StateStoreContract() {}

    private boolean lease(String name, String owner, Duration length) {
        return holds(unit -> unit.state().lease(name, owner, length));
    }

    private Optional<String> read(String scope, String key) {
        return ask(unit -> unit.state().read(scope, key));
    }

    private boolean compareAndSet(Optional<String> expected, String value) {
        return holds(unit -> unit.state().compareAndSet("adapter", "quota", expected, value));
    }

    @Test
    final void a_lease_has_one_holder_who_may_prolong_it() {
        assertTrue(lease("poll:vk", "a", LONG));
        assertFalse(lease("poll:vk", "b", LONG));
        assertTrue(lease("poll:vk", "a", LONG));
        assertTrue(lease("poll:ok", "b", LONG));
    }

    @Test
    final void a_lease_that_ran_out_goes_to_whoever_asks() {
        lease("poll:vk", "a", SHORT);
        letShortLeasesEnd();

        assertTrue(lease("poll:vk", "b", LONG));
        assertFalse(lease("poll:vk", "a", LONG));
    }

    @Test
    final void only_the_holder_gives_a_lease_back() {
        lease("poll:vk", "a", LONG);

        write(unit -> unit.state().release("poll:vk", "b"));
        assertFalse(lease("poll:vk", "b", LONG));

        write(unit -> unit.state().release("poll:vk", "a"));
        assertTrue(lease("poll:vk", "b", LONG));
    }

    @Test
    final void a_lease_outlives_the_process() {
        lease("poll:vk", "a", LONG);

        restart();

        assertFalse(lease("poll:vk", "b", LONG));
    }

    @Test
    final void a_value_is_what_was_written_last() {
        assertEquals(Optional.empty(), read("cursor", "wall"));

        write(unit -> unit.state().write("cursor", "wall", "v1:1"));
        write(unit -> unit.state().write("cursor", "wall", "v1:2"));
        restart();

        assertEquals(Optional.of("v1:2"), read("cursor", "wall"));
        assertEquals(Optional.empty(), read("adapter", "wall"));
    }

    @Test
    final void all_values_of_a_scope_are_read_at_once() {
        write(unit -> unit.state().write("publishing", "desk", "on"));
        write(unit -> unit.state().write("publishing", "vk:official", "off"));
        write(unit -> unit.state().write("cursor", "desk", "v1"));

        assertEquals(
                Map.of("desk", "on", "vk:official", "off"),
                ask(unit -> unit.state().readAll("publishing")));
        assertEquals(Map.of(), ask(unit -> unit.state().readAll("nothing")));
    }

    @Test
    final void a_value_is_set_only_if_it_is_still_what_was_read() {
        assertFalse(compareAndSet(Optional.of("1"), "2"));
        assertTrue(compareAndSet(Optional.empty(), "1"));
        assertFalse(compareAndSet(Optional.empty(), "9"));
        assertFalse(compareAndSet(Optional.of("0"), "9"));
        assertTrue(compareAndSet(Optional.of("1"), "2"));

        assertEquals(Optional.of("2"), read("adapter", "quota"));
    }

    @Test
    final void the_largest_keys_and_values_are_kept() {
        String key = "ключ".repeat(100);
        String latin = "x".repeat(8192);
        String russian = "ы".repeat(4096);

        write(unit -> unit.state().write("cursor", key, latin));
        assertEquals(Optional.of(latin), read("cursor", key));
        write(unit -> unit.state().write("cursor", key, russian));
        assertEquals(Optional.of(russian), read("cursor", key));
    }
}
