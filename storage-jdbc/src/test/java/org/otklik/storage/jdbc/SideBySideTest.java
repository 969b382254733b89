package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final SideBySide beside = new SideBySide();

    private void begin(int count) {
        IntStream.range(0, count).forEach(i -> assertTrue(beside.begins()));
    }

    @Test
    void no_more_than_a_few_go_beside_each_other() {
        begin(SideBySide.MOST);

        assertFalse(beside.begins());

        beside.ends();
        begin(1);
    }

    @Test
    void a_crowd_goes_together_until_it_has_been_gone_for_some_turns() {
        beside.saw(SideBySide.MOST + 2);
        assertFalse(beside.begins());

        beside.saw(1);
        assertFalse(beside.begins());

        beside.saw(1);
        begin(1);
    }

    @Test
    void who_goes_beside_others_counts_as_one_of_the_crowd() {
        begin(SideBySide.MOST);

        beside.saw(1);
        beside.ends();

        assertFalse(beside.begins());
    }
}
