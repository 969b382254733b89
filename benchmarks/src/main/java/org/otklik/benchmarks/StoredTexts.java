package org.otklik.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.SettableClock;

/** Takes a file of invented posts through a desk until each is decided and stored. */
public final class StoredTexts {

    private static final long SEED = 11;

    private final Path file;
    private final int count;
    private final int page;
    private final Region region = Options.samara();

    /**
     * Writes the posts.
     *
     * @param count how many
     * @param page how many a page and a batch take
     * @throws Exception if the file cannot be written
     */
    public StoredTexts(int count, int page) throws Exception {
        this.count = count;
        this.page = page;
        Generator generator = new Generator(SEED, region.gazetteer());
        this.file = PostFile.write(Options.target().resolve("stored-posts.jsonl"), count, generator::next);
    }

    /**
     * Polls and decides all.
     *
     * @param storage an empty one
     * @return how many posts were decided
     * @throws Exception if the desk stops before the last
     */
    public long run(Storage storage) throws Exception {
        SettableClock clock = SettableClock.startingAt(Instant.ofEpochSecond(1_700_000_000L));
        DeskLimits limits = DeskLimits.standard().withPage(page).withBatch(page);
        try (FileNetwork network = new FileNetwork(file, clock);
                IncidentDesk desk = IncidentDesk.builder(region, storage, PseudonymKey.of("benchmarks-only-key"))
                        .network(network)
                        .time(clock)
                        .limits(limits)
                        .build()) {
            int decided = 0;
            while (decided < count) {
                PollReport report = desk.poll();
                if (report.isIdle() || !report.failures().isEmpty()) {
                    throw new IllegalStateException("The desk stopped at " + decided + " posts: " + report);
                }
                decided += report.registered()
                        + report.attached()
                        + report.toReview()
                        + report.dismissed()
                        + report.handedOver();
            }
            return decided;
        }
    }
}
