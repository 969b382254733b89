package org.otklik.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.testkit.SettableClock;

/** Feeds a file of posts to a desk over a fresh database, step by step. */
final class Feeding implements AutoCloseable {

    private final FileNetwork network;
    private final H2File database;
    private final IncidentDesk desk;
    private int decided;
    private int registered;
    private int attached;
    private int toReview;
    private int dismissed;

    Feeding(Path posts, Path folder, int page) throws IOException {
        SettableClock clock = SettableClock.startingAt(Instant.ofEpochSecond(1_700_000_000L));
        network = new FileNetwork(posts, clock);
        database = new H2File(folder);
        DeskLimits limits = DeskLimits.standard().withPage(page).withBatch(page);
        desk = IncidentDesk.builder(Options.samara(), database.storage(), PseudonymKey.of("benchmarks-only-key"))
                .network(network)
                .time(clock)
                .limits(limits)
                .build();
    }

    /** Polls until at least so many posts are decided, in whole pages. */
    void until(int count) {
        while (decided < count) {
            PollReport report = desk.poll();
            if (report.isIdle() || !report.failures().isEmpty()) {
                throw new IllegalStateException("The desk stopped at " + decided + " posts: " + report);
            }
            registered += report.registered();
            attached += report.attached();
            toReview += report.toReview();
            dismissed += report.dismissed();
            decided = registered + attached + toReview + dismissed;
        }
    }

    int decided() {
        return decided;
    }

    long databaseBytes() throws IOException {
        return database.bytes();
    }

    String summary() throws SQLException {
        return "decided " + decided + ": registered " + registered + ", attached " + attached + ", to review "
                + toReview + ", dismissed " + dismissed + "; rows: post " + database.count("post") + ", event "
                + database.count("event") + ", incident " + database.count("incident") + ", waiting "
                + database.count("capture_queue");
    }

    @Override
    public void close() throws IOException {
        desk.close();
        database.close();
        network.close();
    }
}
