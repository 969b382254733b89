package org.otklik.adapters.meta;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class InstagramPollingTest extends PollingContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time);
    }
}
