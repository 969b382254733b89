package org.otklik.adapters.meta;

import org.otklik.tck.DeletionsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class InstagramDeletionsTest extends DeletionsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time);
    }
}
