package org.otklik.testkit.regions;

import java.util.Optional;
import org.otklik.PackSource;
import org.otklik.Region;

/**
 * The invented Ozyorny krai: five municipalities, a dozen bodies, nine topics, a small lexicon, an answer within 24 hours.
 *
 * <p>Its town Zarechinsk has two inner districts, one of its bodies is abolished on 30 June 2026, and public order
 * belongs to a federal body outside the desk.
 */
public final class MiniRegion {

    private MiniRegion() {}

    /**
     * Loads the region.
     *
     * @return a new region, equal in content every time
     */
    public static Region load() {
        return Region.load(source());
    }

    /**
     * Returns the files of its pack, for tests that change one of them.
     *
     * @return the source
     */
    public static PackSource source() {
        return PackSource.named(
                "mini", file -> Optional.ofNullable(MiniRegion.class.getResourceAsStream("mini/" + file)));
    }
}
