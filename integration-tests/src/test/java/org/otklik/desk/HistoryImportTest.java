package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.access.RefusedException;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.training.Corrections;
import org.otklik.training.HistoryImport;
import org.otklik.training.ImportColumns;
import org.otklik.training.ImportField;
import org.otklik.training.ImportReport;
import org.otklik.training.LabelledPost;
import org.otklik.training.NameMapping;
import org.otklik.training.Reconciliation;
import org.otklik.training.RowMistake;
import org.otklik.training.UnknownName;
import org.otklik.training.UnreadableHistoryException;

/** A table of an earlier system: every row is taken over once or refused with a reason, and the sums agree. */
class HistoryImportTest {

    private static final String HEADER =
            "№,Соцсеть,Пост,Автор,Текст,Опубликовано,Зарегистрировано,Вид,Тема,Орган,Территория,Ответ дан,Ответ,Итог\n";
    private static final String TOPIC =
            MiniRegion.load().topics().all().iterator().next().title();
    private static final String PLACE =
            MiniRegion.load().gazetteer().municipalities().get(0).title();
    private static final ImportColumns COLUMNS = ImportColumns.of("№", "Зарегистрировано")
            .with(ImportField.NETWORK, "Соцсеть")
            .with(ImportField.POST_ID, "Пост")
            .with(ImportField.AUTHOR, "Автор")
            .with(ImportField.TEXT, "Текст")
            .with(ImportField.PUBLISHED_AT, "Опубликовано")
            .with(ImportField.KIND, "Вид")
            .with(ImportField.TOPIC, "Тема")
            .with(ImportField.BODY, "Орган")
            .with(ImportField.MUNICIPALITY, "Территория")
            .with(ImportField.ANSWERED_AT, "Ответ дан")
            .with(ImportField.ANSWER, "Ответ")
            .with(ImportField.OUTCOME, "Итог");

    @TempDir
    private Path folder;

    private final Office office = Office.open();

    private static String row(String number, String day, String topic, String body) {
        return number + ",ВКонтакте,wall-" + number + ",a" + number + ",\"Яма, машины бьются № " + number + "\"," + day
                + " 09:00," + day + " 11:30,Жалоба," + topic + "," + body + "," + PLACE + "," + day
                + " 18:00,Заделали.,Решено\n";
    }

    private static String good(String number, String day) {
        return row(number, day, TOPIC, "adm-zarechinsk");
    }

    private Path table(String... rows) throws IOException {
        return Files.writeString(folder.resolve("export.csv"), HEADER + String.join("", rows));
    }

    private HistoryImport history() {
        return HistoryImport.into(office.desk, Office.COORDINATOR, "old-desk", COLUMNS);
    }

    private List<Incident> imported() {
        return office.all().stream()
                .filter(incident -> incident.importedFrom().isPresent())
                .toList();
    }

    @Test
    void a_row_becomes_a_closed_incident_with_its_own_times_in_the_regions_zone() throws IOException {
        ImportReport report = history().read(table(good("17", "10.03.2025")));

        assertEquals(1, report.imported(), report + " " + report.mistakes());
        Incident incident = imported().get(0);
        Instant registered = Instant.from(LocalDateTime.of(2025, 3, 10, 11, 30).atZone(Office.REGION.zone()));
        assertEquals(registered, incident.life().registeredAt());
        assertEquals(IncidentState.CLOSED, incident.state());
        assertEquals(Optional.of(Outcome.SOLVED), incident.life().outcome());
        assertEquals(MessageKind.COMPLAINT, incident.kind());
        assertEquals(Office.id("wall-17"), incident.firstPost());
        assertEquals(Optional.of(Office.ZARECHINSK), incident.lead());
        assertTrue(incident.topic().isPresent() && incident.municipality().isPresent());
    }

    @Test
    void a_second_import_imports_nothing_and_tells_what_changed_there() throws IOException {
        history().read(table(good("17", "10.03.2025"), good("18", "11.03.2025")));
        long events = office.storage.transact(unit -> unit.events().last());

        ImportReport again = history()
                .read(table(good("17", "10.03.2025"), good("18", "11.03.2025").replace("Заделали", "Отказали")));

        assertEquals("2 rows: 0 imported, 1 already there, 1 changed, 0 refused", again.toString());
        assertEquals(List.of(3L), again.changedLines());
        assertEquals(
                events, (long) office.storage.transact(unit -> unit.events().last()));
    }

    @Test
    void a_bad_row_is_refused_with_line_and_reason_and_can_be_put_right_and_imported_by_itself() throws IOException {
        Path refused = folder.resolve("refused.csv");
        ImportReport report = history()
                .refusedTo(refused)
                .read(table(
                        good("1", "10.03.2025"),
                        good("", "10.03.2025"),
                        good("3", "завтра"),
                        "4,слишком,мало\n",
                        row("5", "10.03.2025", TOPIC, "Управа Лугограда"),
                        good("6", "10.03.2099"),
                        good("7", "10.03.2025")));

        assertEquals("7 rows: 2 imported, 0 already there, 0 changed, 5 refused", report.toString());
        assertTrue(report.isComplete());
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L),
                report.mistakes().stream().map(RowMistake::line).sorted().toList());
        assertEquals(1, report.reasons().get("IN_FUTURE"));
        List<String> lines = Files.readAllLines(refused);
        assertEquals(6, lines.size());
        assertTrue(lines.get(0).endsWith("Итог,line,reason"), lines.get(0));

        String rightened =
                Files.readString(refused).replace("завтра", "12.03.2025").replace("10.03.2099", "10.03.2025");
        Path second = Files.writeString(folder.resolve("second.csv"), rightened);
        ImportReport repaired = history().read(second);

        assertEquals(2, repaired.imported(), repaired + " " + repaired.mistakes());
    }

    @Test
    void unknown_names_are_counted_and_come_in_once_a_person_mapped_them() throws IOException {
        Path table = table(
                row("1", "10.03.2025", "Ямы и канавы", "adm-zarechinsk"),
                row("2", "10.03.2025", "Ямы и канавы", "\"Управа, старая\""),
                row("3", "10.03.2025", "ямы и канавы", "adm-zarechinsk"),
                row("4", "10.03.2025", TOPIC, "\"Управа, старая\""));
        Path mapping = folder.resolve("mapping.csv");
        ImportReport first = history().read(table);

        assertEquals(4, first.refused());
        assertEquals(
                List.of(
                        new UnknownName(ImportField.TOPIC, "Ямы и канавы", 3),
                        new UnknownName(ImportField.BODY, "Управа, старая", 2)),
                first.unknown());

        first.writeMapping(mapping);
        String topic = MiniRegion.load().topics().all().iterator().next().id().value();
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace("Ямы и канавы,3,", "Ямы и канавы,3," + topic)
                        .replace("\"Управа, старая\",2,", "\"Управа, старая\",2," + NameMapping.NONE));
        ImportReport second = history().mapping(NameMapping.read(mapping)).read(table);

        assertEquals(4, second.imported(), second + " " + second.mistakes());
        assertEquals(2, second.counts().withoutBody());
    }

    @Test
    void the_sums_of_months_and_bodies_are_those_of_the_reports() throws IOException {
        String rows = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> row(
                        Integer.toString(i),
                        (i % 27 + 1) + ".0" + (i % 4 + 1) + ".2025",
                        TOPIC,
                        i % 3 == 0 ? "min-roads" : "adm-zarechinsk"))
                .collect(Collectors.joining());
        ImportReport report = history().read(table(rows, good("61", "31.12.2024"), good("62", "01.01.2025")));

        Reconciliation compared =
                Reconciliation.of(report, office.desk.reports(), Office.COORDINATOR, office.clock.instant());

        assertEquals(62, report.imported());
        assertTrue(compared.agrees(), compared.toString());
        assertEquals(5, compared.months().size());
        assertEquals(
                Map.of(Office.ROADS, 20L, Office.ZARECHINSK, 42L),
                compared.bodies().stream()
                        .collect(Collectors.toMap(
                                Reconciliation.Line<BodyId>::key, Reconciliation.Line<BodyId>::reported)));
    }

    @Test
    void a_reconciliation_sees_a_difference() throws IOException {
        ImportReport report = history().read(table(good("1", "10.03.2025")));
        history().read(table(good("2", "10.03.2025")));

        assertFalse(Reconciliation.of(report, office.desk.reports(), Office.COORDINATOR, office.clock.instant())
                .agrees());
    }

    @Test
    void a_trial_tells_the_same_and_changes_nothing() throws IOException {
        Path table = table(good("1", "10.03.2025"), good("", "10.03.2025"));
        long before = office.storage.transact(unit -> unit.events().last());

        ImportReport trial = history().trial().read(table);

        assertEquals("2 rows: 1 imported, 0 already there, 0 changed, 1 refused", trial.toString());
        assertEquals(
                before, (long) office.storage.transact(unit -> unit.events().last()));
    }

    @Test
    void the_trainer_learns_from_what_was_imported() throws IOException {
        history().read(table(good("1", "10.03.2025"), good("2", "10.03.2025")));

        Corrections corrections = Corrections.read(office.storage);

        assertEquals(2, corrections.topics().posts().size());
        assertEquals(
                List.of("COMPLAINT", "COMPLAINT"),
                corrections.kinds().posts().stream().map(LabelledPost::label).toList());
        assertEquals(
                new LabelledPost("Яма, машины бьются № 1", "adm-zarechinsk"),
                corrections.bodies().posts().get(0));
    }

    @Test
    void an_import_larger_than_a_batch_is_taken_over_whole_in_another_encoding_too() throws IOException {
        Charset windows = Charset.forName("windows-1251");
        String rows = IntStream.rangeClosed(1, 1_234)
                .mapToObj(i -> good(Integer.toString(i), "10.03.2025"))
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("old.csv"), HEADER + rows, windows);

        ImportReport report = history().csv(table, windows);

        assertEquals(1_234, report.imported(), report.toString());
        assertEquals("", office.chain());
        assertThrows(UnreadableHistoryException.class, () -> history().csv(table, StandardCharsets.UTF_8));
    }

    @Test
    void who_may_not_import_and_a_table_without_a_column_are_refused() throws IOException {
        Path table = table(good("1", "10.03.2025"));

        assertThrows(
                RefusedException.class,
                () -> HistoryImport.into(office.desk, Office.AUDITOR, "old-desk", COLUMNS)
                        .read(table));
        assertThrows(
                UnreadableHistoryException.class,
                () -> HistoryImport.into(
                                office.desk,
                                Office.COORDINATOR,
                                "old-desk",
                                COLUMNS.with(ImportField.CLOSED_AT, "Закрыто"))
                        .read(table));
    }
}
