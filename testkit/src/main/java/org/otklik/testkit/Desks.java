package org.otklik.testkit;

import java.time.InstantSource;
import java.util.Random;
import org.otklik.DeskBuilder;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;

/** Desks for tests: everything in memory, repeatable, with a key that is no secret. */
public final class Desks {

    private static final PseudonymKey KEY = PseudonymKey.of("a key for tests, which is no secret");
    private static final long SEED = 1;

    private Desks() {}

    /**
     * Starts a desk in memory on the system's clock.
     *
     * @param region the region pack
     * @return a builder, to which networks and listeners may be added
     */
    public static DeskBuilder inMemory(Region region) {
        return inMemory(region, InstantSource.system());
    }

    /**
     * Starts a desk in memory, whose leases and deadlines run by one clock.
     *
     * @param region the region pack
     * @param time often a {@link SettableClock}
     * @return a builder, to which networks and listeners may be added
     */
    public static DeskBuilder inMemory(Region region, InstantSource time) {
        return IncidentDesk.builder(region, InMemoryStorage.create(time), KEY)
                .time(time)
                .random(new Random(SEED));
    }
}
