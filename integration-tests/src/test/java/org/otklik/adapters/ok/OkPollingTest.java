package org.otklik.adapters.ok;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class OkPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.reading(time);
    }
}
