package org.otklik.benchmarks.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.benchmarks.Options;
import org.otklik.benchmarks.Result;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchedPage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/**
 * A region's day in virtual time against the fake of a network with that network's limits: how long after its publication
 * is a post captured?
 *
 * <p>Pages and queries are those of the Samara pack, the pages of VK standing for those of networks that the pack does not
 * name; the desk takes a step every virtual second, as a started desk does.
 */
public final class Lag {

    private static final Instant MIDNIGHT_IN_SAMARA = Instant.parse("2026-11-22T20:00:00Z");
    private static final long SEED = 63;
    private static final double PAGES_WITHIN = 5;
    private static final double SEARCHES_WITHIN = 30;

    private final Region region = Options.samara();
    private final SettableClock clock = SettableClock.startingAt(MIDNIGHT_IN_SAMARA);
    private final Delays delays = new Delays();
    private final String network;

    private Lag(String network) {
        this.network = network;
    }

    /**
     * Plays a day in each network.
     *
     * @param options {@code -network} for one of them, {@code -n} for less than a day's seconds
     */
    public static void run(Options options) {
        for (String network : options.networks(List.of("vk", "telegram", "max", "facebook", "instagram"))) {
            new Lag(network).play(options.count(RegionsDay.SECONDS));
        }
    }

    private void play(int seconds) {
        try (Town town = town();
                IncidentDesk desk = desk(town)) {
            RegionsDay day = new RegionsDay(town, delays, SEED);
            Map<String, Integer> failures = new TreeMap<>();
            for (int second = 0; second < seconds; second++) {
                day.second(second);
                desk.poll().failures().forEach(failure -> failures.merge(failure.code(), 1, Integer::sum));
                clock.advance(Duration.ofSeconds(1));
            }
            System.out.println(network + ": calls " + town.cost() + "; failures " + failures);
            print();
        }
    }

    private Town town() {
        List<String> names = region.watchList().in(NetworkId.of("vk")).pages().stream()
                .map(WatchedPage::page)
                .toList();
        return switch (network) {
            case "vk" -> new VkTown(clock, names);
            case "telegram" -> new TelegramTown(clock, names);
            case "max" -> new MaxTown(clock, names);
            case "facebook" -> new FacebookTown(clock, names);
            case "instagram" -> new InstagramTown(clock, names);
            default -> throw new IllegalArgumentException("No day of " + network + " is known.");
        };
    }

    private IncidentDesk desk(Town town) {
        return IncidentDesk.builder(region, InMemoryStorage.create(clock), PseudonymKey.of("benchmarks-only-key"))
                .network(new FirstSight(town.adapter(), clock, delays))
                .secrets(safe(town))
                .time(clock)
                .build();
    }

    private static SecretProvider safe(Town town) {
        return new SecretProvider() {
            @Override
            public Optional<String> secret(AccountId account, String name) {
                return town.secret(account, name);
            }

            @Override
            public void rotate(AccountId account, String name, String value) {
                throw new UnsupportedOperationException("Nothing rotates within this day.");
            }
        };
    }

    private void print() {
        for (Delays.Kind kind : Delays.Kind.values()) {
            if (delays.any(kind)) {
                System.out.println(delays.line(kind));
            }
        }
        double pages = Stream.of(Delays.Kind.PAGE_POST, Delays.Kind.PAGE_COMMENT)
                .filter(delays::any)
                .mapToDouble(kind -> delays.percentile(kind, 95))
                .max()
                .orElseThrow();
        Result.print(
                "lag-pages-" + network, pages, PAGES_WITHIN, "minutes to capture, p95, posts and comments of pages");
        if (delays.any(Delays.Kind.SEARCHED)) {
            double searched = delays.percentile(Delays.Kind.SEARCHED, 95);
            Result.print("lag-searches-" + network, searched, SEARCHES_WITHIN, "minutes to capture, p95, by search");
        }
    }
}
