package org.otklik.tck;

import org.junit.jupiter.api.Test;
import org.otklik.storage.Databases;

/** H2 writes back what a row held before a wait when its waiter rolls back: seldom, so that it takes many races to see it. */
class LostRacesOnH2Test {

    private static final int RACES = 150;

    @Test
    void who_lost_a_race_takes_back_nothing_of_the_winners() {
        for (int race = 0; race < RACES; race++) {
            OnDisk contract = new OnDisk();
            contract.openStorage();
            try {
                contract.no_update_is_lost();
            } finally {
                contract.closeStorage();
            }
        }
    }

    /** Not run by itself: its name is none of a test. */
    private static final class OnDisk extends ConcurrencyContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.h2OnDisk();
        }
    }
}
