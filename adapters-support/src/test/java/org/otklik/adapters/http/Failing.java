package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** What several tests of failing calls need. */
final class Failing {

    private Failing() {}

    static void assertReason(HttpFailure.Reason reason, Executable call) {
        HttpFailure failure = assertThrows(HttpFailure.class, call);

        assertEquals(reason, failure.reason(), failure::getMessage);
    }

    /** The quickest of three tries, so that a busy machine is not taken for a broken deadline. */
    static Duration quickest(Executable work) throws Throwable {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            work.execute();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}
