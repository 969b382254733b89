package org.otklik.adapters.max.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.testkit.max.MaxFake;

/** Opens fakes whose every exchange is judged by the published schema, if it is there. */
public final class MaxJudged {

    private static final Optional<MaxSchemaInspector> JUDGE = MaxSchema.find().map(MaxSchemaInspector::new);

    private MaxJudged() {}

    /**
     * Tells whether there is anything to judge by.
     *
     * @return whether the schema lies in {@code ../shared/schemas/max}
     */
    public static boolean canJudge() {
        return JUDGE.isPresent();
    }

    /**
     * Opens a fake.
     *
     * @param clock tells its time
     * @return the running fake, judged if {@link #canJudge()}
     */
    public static MaxFake open(InstantSource clock) {
        MaxFake max = MaxFake.open(clock);
        JUDGE.ifPresent(max.server()::inspectedBy);
        return max;
    }

    static MaxSchemaInspector judge() {
        return JUDGE.orElseThrow();
    }

    /**
     * Fails if anything was objected to; for the end of each test.
     *
     * @param max the fake
     */
    public static void assertNoViolations(MaxFake max) {
        assertEquals(List.of(), max.server().violations());
    }
}
