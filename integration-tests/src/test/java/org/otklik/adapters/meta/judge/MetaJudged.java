package org.otklik.adapters.meta.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.testkit.meta.MetaFake;

/** Opens fakes whose every exchange is judged by Meta's published descriptions, if they are there. */
public final class MetaJudged {

    private static final Optional<Specs> SPECS = Specs.find();

    private MetaJudged() {}

    /**
     * Tells whether there is anything to judge by.
     *
     * @return whether the descriptions lie in {@code ../shared/schemas/meta}
     */
    public static boolean canJudge() {
        return SPECS.isPresent();
    }

    /**
     * Opens a fake.
     *
     * @param clock tells its time
     * @return the running fake, judged if {@link #canJudge()}
     */
    public static MetaFake open(InstantSource clock) {
        MetaFake fake = MetaFake.open(clock);
        SPECS.ifPresent(specs -> fake.server().inspectedBy(new MetaSpecInspector(specs, fake::kindOf)));
        return fake;
    }

    /**
     * Fails if anything was objected to; for the end of each test.
     *
     * @param fake which
     */
    public static void assertNoViolations(MetaFake fake) {
        assertEquals(List.of(), fake.server().violations());
    }
}
