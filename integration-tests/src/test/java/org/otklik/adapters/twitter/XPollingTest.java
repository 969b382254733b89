package org.otklik.adapters.twitter;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class XPollingTest extends PollingContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }
}
