package org.otklik.examples.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.otklik.PollReport;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

class BoardMainTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T00:00:00Z"));

    @Test
    void a_complaint_on_the_board_becomes_an_incident_and_a_strange_one_fails_alone() {
        try (CityBoard board = new CityBoard(clock)) {
            board.publish("В Тольятти на улице Победы огромная яма на дороге, машины бьются!");
            board.addStrange();

            PollReport report =
                    BoardMain.read(board.server().address(), CityBoard.TOKEN, InMemoryStorage.create(clock));

            assertEquals(1, report.registered());
        }
    }

    @Test
    void a_wrong_token_is_reported_and_shown_nowhere() {
        try (CityBoard board = new CityBoard(clock)) {
            PollReport report = BoardMain.read(board.server().address(), "wr0ng-t0ken", InMemoryStorage.create(clock));

            assertFalse(report.failures().isEmpty());
            assertFalse(report.toString().contains("wr0ng-t0ken"));
        }
    }

    @Test
    void the_adapter_is_no_longer_than_its_guide_promises() throws IOException {
        Path source = Path.of("src/main/java/org/otklik/examples/board/BoardAdapter.java");
        if (Files.exists(source)) {
            assertTrue(Files.readAllLines(source).size() <= 120);
        }
    }
}
