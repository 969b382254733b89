package org.otklik.examples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.h2.jdbcx.JdbcConnectionPool;
import org.otklik.IncidentDesk;
import org.otklik.Region;
import org.otklik.examples.demo.network.NetworkJournal;
import org.otklik.examples.demo.people.Staff;
import org.otklik.examples.demo.posts.BadRow;
import org.otklik.examples.demo.posts.PostsFile;
import org.otklik.examples.demo.posts.PostsFileException;
import org.otklik.examples.demo.posts.PostsReader;
import org.otklik.examples.demo.posts.Timeline;
import org.otklik.examples.demo.summary.Accuracy;
import org.otklik.examples.demo.summary.DayFacts;
import org.otklik.examples.demo.summary.Summary;
import org.otklik.report.Report;
import org.otklik.report.ReportHtml;
import org.otklik.report.ReportPeriod;
import org.otklik.storage.jdbc.JdbcStorage;

/**
 * A day in the region, replayed: posts of four networks, scripted officials, a summary and a report.
 *
 * <p>System properties: {@code posts} names the user's CSV or JSON Lines, {@code headless} is for CI, {@code demo.dir}
 * moves the folder in which the day is kept. Without them the bundled day is played.
 */
public final class DemoMain {

    private static final int MOST_BAD_ROWS = 10;
    private static final int BAD_INPUT = 2;

    private final DemoSettings settings;
    private final PrintStream out;

    private DemoMain(DemoSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Plays the day.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(DemoSettings.of(System.getProperties()), out);
        } catch (PostsFileException e) {
            out.println(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }

    /** Plays what is left of the day and prints the summary. */
    static Outcome run(DemoSettings settings, PrintStream out) {
        return new DemoMain(settings, out).run();
    }

    /** What a run leaves, for tests. */
    record Outcome(String summary, DayFacts facts, Accuracy accuracy) {}

    private Outcome run() {
        Region region = Region.fromResources(DemoMain.class.getClassLoader(), "regions/samara");
        PostsReader reader = new PostsReader(region.zone());
        PostsFile posts = settings.posts().map(reader::read).orElseGet(reader::bundled);
        report(posts.badRows());
        DemoFolder folder = DemoFolder.at(settings.folder());
        if (folder.markRunning()) {
            waitForLeases();
        }
        Outcome outcome = play(region, posts, folder);
        folder.markEnded();
        out.print(outcome.summary());
        out.println("Отчёт с диаграммами: " + folder.report());
        out.println("Следующий запуск продолжит со следующего дня. Начать заново: удалите " + folder.path());
        return outcome;
    }

    private Outcome play(Region region, PostsFile posts, DemoFolder folder) {
        DayPlan plan = new DayPlan(region.zone());
        StoredClock clock = StoredClock.open(folder.clock(), plan.begin());
        Timeline timeline = Timeline.of(posts, DayPlan.DAY, region.zone());
        NetworkJournal journal = NetworkJournal.open(folder.journal());
        DemoDay day = new DemoDay(plan, clock, timeline, journal, settings.latency());
        out.println("День в регионе «" + region.name(Locale.forLanguageTag("ru")) + "»: сообщений "
                + timeline.posts().size() + ", сетей " + timeline.deliveries().size());
        JdbcConnectionPool pool = JdbcConnectionPool.create(folder.databaseUrl(), "sa", "");
        try (JdbcStorage storage = JdbcStorage.over(pool).migrate();
                IncidentDesk desk = day.open(region, storage)) {
            day.play(desk, out);
            return outcome(desk, plan, clock, timeline, journal, folder);
        } finally {
            pool.dispose();
        }
    }

    private Outcome outcome(
            IncidentDesk desk,
            DayPlan plan,
            StoredClock clock,
            Timeline timeline,
            NetworkJournal journal,
            DemoFolder folder) {
        Report report = desk.reports()
                .report(Staff.COORDINATOR, new ReportPeriod(plan.begin(), clock.now()), clock.now())
                .orThrow();
        write(folder, report);
        DayFacts facts = DayFacts.of(desk, journal);
        Accuracy accuracy = Accuracy.of(desk, timeline.posts(), timeline.gold());
        return new Outcome(Summary.of(desk, report, facts, accuracy), facts, accuracy);
    }

    private static void write(DemoFolder folder, Report report) {
        try {
            Files.writeString(folder.report(), ReportHtml.render(report, Locale.forLanguageTag("ru")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report " + folder.report(), e);
        }
    }

    private void report(List<BadRow> rows) {
        if (!rows.isEmpty()) {
            out.println("Пропущено строк: " + rows.size());
            rows.stream()
                    .limit(MOST_BAD_ROWS)
                    .forEach(row -> out.println("  строка " + row.line() + ": " + row.reason()));
        }
    }

    /** What a killed run had claimed is free again when its leases end. */
    private void waitForLeases() {
        out.println("Прошлый запуск был прерван: ждём " + DemoDay.LEASE.toSeconds() + " с и продолжаем.");
        try {
            Thread.sleep(DemoDay.LEASE.plusMillis(200).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
