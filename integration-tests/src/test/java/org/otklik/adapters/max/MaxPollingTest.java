package org.otklik.adapters.max;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class MaxPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }
}
