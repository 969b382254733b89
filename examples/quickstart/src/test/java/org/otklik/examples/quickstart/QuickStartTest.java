package org.otklik.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.ShownReply;

class QuickStartTest {

    @Test
    void the_citizen_sees_one_answer() {
        List<ShownReply> replies = QuickStart.answer().replies();

        assertEquals(1, replies.size());
        assertTrue(replies.get(0).text().contains("28 ноября"));
    }
}
