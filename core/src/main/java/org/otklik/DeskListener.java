package org.otklik;

import org.otklik.spi.storage.EventRow;

/** Hears every event after its commit: ids, codes and times, no personal data. What it throws is logged. */
@FunctionalInterface
public interface DeskListener {

    /**
     * Takes an event. Called in the thread that committed it, beside other threads; must return soon.
     *
     * @param event the event as stored
     */
    void on(EventRow event);
}
