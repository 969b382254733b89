package org.otklik.adapters.twitter;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReadBackContract;
import org.otklik.testkit.SettableClock;

class XReadBackTest extends ReadBackContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }
}
