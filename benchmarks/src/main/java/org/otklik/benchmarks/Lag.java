package org.otklik.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchedPage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;

/**
 * A region's day in virtual time against the VK fake with VK's limits (3 calls a second, 1,000 searches and 5,000 walls a
 * day): how long after its publication is a post captured?
 *
 * <p>Pages and queries are those of the Samara pack; the desk takes a step every virtual second, as a started desk does.
 */
final class Lag {

    private static final Instant MIDNIGHT_IN_SAMARA = Instant.parse("2026-11-22T20:00:00Z");
    private static final long SEED = 63;
    private static final double PAGES_WITHIN = 5;
    private static final double SEARCHES_WITHIN = 30;

    private Lag() {}

    static void run(Options options) {
        int seconds = options.count(RegionsDay.SECONDS);
        SettableClock clock = SettableClock.startingAt(MIDNIGHT_IN_SAMARA);
        Delays delays = new Delays();
        Region region = Options.samara();
        try (VkFake fake = VkFake.open(clock).withLimits(VkLimits.official());
                IncidentDesk desk = desk(region, fake, clock, delays)) {
            RegionsDay day = new RegionsDay(fake, pages(region, fake), delays, SEED);
            long failures = 0;
            for (int second = 0; second < seconds; second++) {
                day.second(second);
                failures += step(desk);
                clock.advance(Duration.ofSeconds(1));
            }
            print(fake, delays, failures);
        }
    }

    private static List<Long> pages(Region region, VkFake fake) {
        return region.watchList().in(NetworkId.of("vk")).pages().stream()
                .map(WatchedPage::page)
                .map(fake::community)
                .toList();
    }

    private static IncidentDesk desk(Region region, VkFake fake, SettableClock clock, Delays delays) {
        AccountId reader = AccountId.of("vk", "reader");
        VkSettings settings = VkSettings.builder()
                .reader(reader)
                .baseUrl(fake.address())
                .readOnly()
                .build();
        return IncidentDesk.builder(region, InMemoryStorage.create(clock), PseudonymKey.of("benchmarks-only-key"))
                .network(new FirstSight(VkAdapter.of(settings), clock, delays))
                .secrets(onlyToken(fake.serviceToken()))
                .time(clock)
                .build();
    }

    private static SecretProvider onlyToken(String token) {
        return new SecretProvider() {
            @Override
            public Optional<String> secret(AccountId account, String name) {
                return name.equals("service-token") ? Optional.of(token) : Optional.empty();
            }

            @Override
            public void rotate(AccountId account, String name, String value) {
                throw new UnsupportedOperationException("Service tokens do not rotate.");
            }
        };
    }

    private static long step(IncidentDesk desk) {
        PollReport report = desk.poll();
        return report.failures().size();
    }

    private static void print(VkFake fake, Delays delays, long failures) {
        for (Delays.Kind kind : Delays.Kind.values()) {
            System.out.println(delays.line(kind));
        }
        System.out.printf(
                Locale.ROOT,
                "calls: newsfeed.search %,d, wall.get %,d, wall.getComments %,d; failed steps %,d%n",
                fake.callsOf("newsfeed.search"),
                fake.callsOf("wall.get"),
                fake.callsOf("wall.getComments"),
                failures);
        double pages =
                Math.max(delays.percentile(Delays.Kind.PAGE_POST, 95), delays.percentile(Delays.Kind.PAGE_COMMENT, 95));
        Result.print("lag-pages", pages, PAGES_WITHIN, "minutes to capture, p95, posts and comments of watched pages");
        double searched = delays.percentile(Delays.Kind.SEARCHED, 95);
        Result.print("lag-searches", searched, SEARCHES_WITHIN, "minutes to capture, p95, posts found by search");
    }
}
