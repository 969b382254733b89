package org.otklik.benchmarks.storage;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.benchmarks.Options;
import org.otklik.benchmarks.Result;
import org.otklik.classify.Topic;
import org.otklik.place.Place;
import org.otklik.route.ResponsibleBody;
import org.otklik.training.HistoryImport;
import org.otklik.training.ImportColumns;
import org.otklik.training.ImportField;
import org.otklik.training.ImportReport;
import org.otklik.training.Reconciliation;

/** How fast the closed incidents of an earlier system come over from a CSV into PostgreSQL, and a second time. */
public final class HistoryTake {

    private static final int ROWS = 100_000;
    private static final int DAYS = 1_000;
    private static final double NANOS = 1e9;

    /** A hundred thousand rows within ten minutes. */
    private static final double WANTED_ROWS_A_SECOND = 100_000 / 600.0;

    private static final Instant FIRST = Instant.parse("2023-01-01T05:00:00Z");
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final ImportColumns COLUMNS = ImportColumns.of("number", "registered")
            .with(ImportField.NETWORK, "network")
            .with(ImportField.POST_ID, "post")
            .with(ImportField.AUTHOR, "author")
            .with(ImportField.TEXT, "text")
            .with(ImportField.PUBLISHED_AT, "published")
            .with(ImportField.TOPIC, "topic")
            .with(ImportField.BODY, "body")
            .with(ImportField.MUNICIPALITY, "place")
            .with(ImportField.ANSWERED_AT, "answered")
            .with(ImportField.ANSWER, "answer");

    private HistoryTake() {}

    /**
     * Measures.
     *
     * @param options {@code -n} for another number of rows
     * @throws Exception if the server or the file fails
     */
    public static void run(Options options) throws Exception {
        int rows = options.count(ROWS);
        Region region = Options.samara();
        Path table = Files.createTempFile("history", ".csv");
        try (Server server = Server.start();
                Server.Schema schema = server.newSchema(2);
                IncidentDesk desk = IncidentDesk.builder(
                                region, schema.storage(), PseudonymKey.of("a key for benchmarks, no secret"))
                        .build()) {
            write(table, rows, region);
            HistoryImport history = HistoryImport.into(desk, COORDINATOR, "old-desk", COLUMNS);
            ImportReport first = timed("import", history, table);
            ImportReport second = timed("import-again", history, table);
            check(desk, first, second, rows);
        } finally {
            Files.delete(table);
        }
    }

    private static ImportReport timed(String name, HistoryImport history, Path table) {
        long before = System.nanoTime();
        ImportReport report = history.read(table);
        double seconds = (System.nanoTime() - before) / NANOS;
        Result.print(name, report.read() / seconds, WANTED_ROWS_A_SECOND, "rows per second of wall time; " + report);
        return report;
    }

    private static void check(IncidentDesk desk, ImportReport first, ImportReport second, int rows) {
        Reconciliation compared = Reconciliation.of(
                first, desk.reports(), COORDINATOR, Instant.now().truncatedTo(ChronoUnit.MICROS));
        if (first.imported() != rows || second.alreadyThere() != rows || !compared.agrees()) {
            throw new IllegalStateException("The import lost or doubled something: " + first + "; " + second + "; "
                    + first.reasons() + "; " + compared);
        }
    }

    private static void write(Path table, int rows, Region region) throws IOException {
        List<Topic> topics = List.copyOf(region.topics().all());
        List<ResponsibleBody> bodies = region.bodies().all();
        List<Place> places = region.gazetteer().municipalities();
        try (Writer out = Files.newBufferedWriter(table)) {
            out.write("number,network,post,author,text,published,registered,topic,body,place,answered,answer\n");
            for (int i = 0; i < rows; i++) {
                Instant registered = FIRST.plus(i % DAYS, ChronoUnit.DAYS).plusSeconds(i % 30_000);
                out.write(String.join(
                                ",",
                                Integer.toString(i),
                                "vk",
                                "-1_" + i,
                                "a" + i % 40_000,
                                "Во дворе дома " + i % 200
                                        + " по улице Победы яма глубиной в полметра и машины бьются каждый"
                                        + " день обращение номер " + i,
                                registered.minusSeconds(5_000).toString(),
                                registered.toString(),
                                topics.get(i % topics.size()).id().value(),
                                bodies.get(i % bodies.size()).id().value(),
                                places.get(i % places.size()).id().value(),
                                registered.plusSeconds(50_000).toString(),
                                "Здравствуйте! Яму по указанному адресу заделают в ходе ямочного ремонта до конца месяца")
                        + "\n");
            }
        }
    }
}
