package org.otklik.tck;

import java.time.Duration;
import org.otklik.spi.storage.Storage;

/** The storage that a contract examines; a new one for each test, used by one thread. */
public interface StorageUnderTest extends AutoCloseable {

    /**
     * Opens the storage, empty; called once.
     *
     * @return the storage
     */
    Storage open();

    /**
     * Closes the storage as a stopping process would and opens another over what it kept.
     *
     * @return the storage as the next process finds it
     */
    Storage restart();

    /**
     * Lets the clock of leases run on, if a test can set it. The kit waits by itself for a clock that nobody sets; it
     * asks for some hundredths of a second only.
     *
     * @param time how far
     */
    default void advanceLeaseClock(Duration time) {
        // A database's clock runs on by itself.
    }

    @Override
    void close();
}
