package org.otklik.examples.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.examples.demo.network.Fault;
import org.otklik.examples.demo.summary.Recoveries;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;

class DemoDayTest {

    @TempDir
    private static Path folder;

    private static String output = "";
    private static DemoMain.Outcome outcome;

    @BeforeAll
    static void play_the_bundled_day() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        outcome = DemoMain.run(settings(folder, ""), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        output = bytes.toString(StandardCharsets.UTF_8);
    }

    static DemoSettings settings(Path folder, String posts) {
        Properties properties = new Properties();
        properties.setProperty("headless", "true");
        properties.setProperty("demo.dir", folder.toString());
        properties.setProperty("posts", posts);
        return DemoSettings.of(properties);
    }

    @Test
    void no_line_of_the_summary_is_wider_than_a_terminal() {
        List<String> wide = output.lines()
                .filter(line -> line.length() > 80 && !line.contains(folder.toString()))
                .toList();

        assertEquals(List.of(), wide);
    }

    @Test
    void nothing_is_coloured_for_a_terminal_that_nobody_looks_at() {
        assertFalse(output.contains("\u001b"));
    }

    @Test
    void every_fault_of_the_networks_happens_and_is_got_over() {
        Recoveries recoveries = Recoveries.of(outcome.facts());

        for (Fault fault : Fault.values()) {
            assertTrue(recoveries.happened(fault) > 0, fault + " never happened");
            assertEquals(recoveries.happened(fault), recoveries.recovered(fault), fault.name());
        }
    }

    @Test
    void the_desk_is_right_at_least_as_often_as_when_it_was_last_measured() {
        assertAll(
                () -> assertTrue(outcome.accuracy().ofVerdict() >= 0.80, "incident or not"),
                () -> assertTrue(outcome.accuracy().ofKind() >= 0.80, "kind"),
                () -> assertTrue(outcome.accuracy().ofTopic() >= 0.68, "topic"),
                () -> assertTrue(outcome.accuracy().ofMunicipality() >= 0.90, "municipality"));
    }

    @Test
    void most_incidents_have_their_answer_and_some_came_too_late() {
        List<Incident> incidents = outcome.facts().incidents();
        long answered = incidents.stream()
                .filter(incident -> incident.life().answeredAt().isPresent())
                .count();

        assertTrue(answered * 2 > incidents.size(), answered + " of " + incidents.size());
        assertTrue(incidents.stream().noneMatch(incident -> incident.state() == IncidentState.REGISTERED));
    }

    @Test
    void the_report_is_written_and_its_path_told() throws IOException {
        Path report = folder.resolve("bundled").resolve("report.html");

        assertTrue(output.contains(report.toString()));
        assertTrue(Files.readString(report).startsWith("<!DOCTYPE html>"));
    }
}
