package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.PastIncident;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.report.ReportPeriod;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.training.ImportColumns;
import org.otklik.training.ImportField;
import org.otklik.training.NameMapping;
import org.otklik.training.ShadowComparison;
import org.otklik.training.ShadowReport;
import org.otklik.training.ShadowReport.Difference;
import org.otklik.training.ShadowReport.Kind;

/** Both systems heard the same posts; what they made of them is laid side by side. */
class ShadowComparisonTest {

    private static final ImportColumns COLUMNS = ImportColumns.of("number", "registered")
            .with(ImportField.NETWORK, "network")
            .with(ImportField.POST_ID, "post")
            .with(ImportField.TOPIC, "topic")
            .with(ImportField.BODY, "body");

    @TempDir
    private Path folder;

    private final Office office = Office.open();
    private Incident pit;
    private Incident doctor;

    @BeforeEach
    void the_desk_hears_three_posts() {
        pit = office.register("pit", Office.PIT);
        doctor = office.register("doctor", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.hear(office.post("greeting", "Привет всем"));
    }

    private static String row(String number, String post, String topic, String body) {
        return String.join(",", number, "vk", post, Office.MORNING.toString(), topic, body) + "\n";
    }

    private static String topic(Incident incident) {
        return incident.topic().map(TopicId::value).orElseThrow();
    }

    private static String lead(Incident incident) {
        return incident.lead().map(BodyId::value).orElseThrow();
    }

    private static String anotherTopicThan(Incident incident) {
        var topics = MiniRegion.load().topics();
        return topics.all().stream()
                .map(topic -> topic.id())
                .filter(id -> !topics.isWithin(id, incident.topic().orElseThrow())
                        && !topics.isWithin(incident.topic().orElseThrow(), id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private ShadowReport compare(String... rows) throws IOException {
        Path file = Files.writeString(
                folder.resolve("export.csv"), "number,network,post,registered,topic,body\n" + String.join("", rows));
        return ShadowComparison.of(office.desk, Office.COORDINATOR, COLUMNS, NameMapping.empty())
                .compare(
                        file,
                        new ReportPeriod(
                                Office.MORNING.minus(Duration.ofDays(1)), Office.MORNING.plus(Duration.ofDays(1))));
    }

    @Test
    void where_both_decided_alike_nothing_differs() throws IOException {
        ShadowReport report =
                compare(row("1", "pit", topic(pit), lead(pit)), row("2", "doctor", topic(doctor), lead(doctor)));

        assertEquals(
                "2 rows compared: 2 agreed, 0 missed, 0 extra, 0 with another body, 0 with another topic",
                report.toString());
    }

    @Test
    void what_the_desk_did_not_see_or_set_aside_is_missed() throws IOException {
        ShadowReport report = compare(
                row("1", "pit", "", ""),
                row("2", "doctor", "", ""),
                row("3", "greeting", "", ""),
                row("4", "never-seen", "", ""));

        List<Difference> missed = report.examples();
        assertEquals(2, report.count(Kind.MISSED));
        assertTrue(missed.get(0).ours().startsWith("REJECTED"), missed.toString());
        assertEquals("NOT_CAPTURED", missed.get(1).ours());
        assertEquals(Optional.of("4"), missed.get(1).number());
    }

    @Test
    void what_only_the_desk_made_an_incident_of_is_extra() throws IOException {
        ShadowReport report = compare(row("1", "pit", "", ""));

        assertEquals(1, report.count(Kind.EXTRA));
        assertEquals(Optional.of(doctor.id()), report.examples().get(0).incident());
        assertEquals(Office.id("doctor"), report.examples().get(0).post());
    }

    @Test
    void another_body_and_another_topic_are_told_with_both_sides() throws IOException {
        String other = anotherTopicThan(doctor);

        ShadowReport report = compare(row("1", "pit", "", "min-health"), row("2", "doctor", other, lead(doctor)));

        assertEquals(0, report.agreed());
        Difference body = report.examples().get(0);
        assertEquals(Kind.OTHER_BODY, body.kind());
        assertEquals("min-health", body.theirs());
        assertEquals(lead(pit), body.ours());
        Difference topic = report.examples().get(1);
        assertEquals(Kind.OTHER_TOPIC, topic.kind());
        assertEquals(other, topic.theirs());
        assertEquals(topic(doctor), topic.ours());
    }

    @Test
    void what_was_imported_is_no_decision_of_the_desk() throws IOException {
        office.desk
                .pastIncidents()
                .take(
                        Office.COORDINATOR,
                        "old-desk",
                        List.of(PastIncident.builder("9", Office.MORNING).build()),
                        true)
                .orThrow();

        assertEquals(
                0, compare(row("1", "pit", "", ""), row("2", "doctor", "", "")).count(Kind.EXTRA));
    }

    @Test
    void rows_outside_of_the_period_without_a_post_or_unreadable_are_counted_apart() throws IOException {
        ShadowReport report = compare(
                row("1", "pit", "", ""),
                row("2", "doctor", "", ""),
                row("3", "", "", ""),
                row("4", "pit", "no-such-topic", ""),
                row("5", "pit", "", "").replace("2026-11", "2025-11"));

        assertEquals(2, report.rows());
        assertEquals(1, report.withoutPost());
        assertEquals(1, report.outside());
        assertEquals(5, report.mistakes().get(0).line());
    }

    @Test
    void the_examples_are_written_as_a_table() throws IOException {
        Path file = folder.resolve("differences.csv");

        compare(row("4", "never-seen", "", ""), row("2", "doctor", "", "")).writeExamples(file);

        List<String> lines = Files.readAllLines(file);
        assertEquals("kind,post,number,incident,registered,theirs,ours", lines.get(0));
        assertEquals("MISSED,vk:never-seen,4,," + Office.MORNING + ",,NOT_CAPTURED", lines.get(1));
        assertTrue(lines.get(2).startsWith("EXTRA,vk:pit,," + pit.id()), lines.get(2));
    }

    @Test
    void a_table_without_posts_cannot_be_compared() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ShadowComparison.of(
                        office.desk,
                        Office.COORDINATOR,
                        ImportColumns.of("number", "registered"),
                        NameMapping.empty()));
    }
}
