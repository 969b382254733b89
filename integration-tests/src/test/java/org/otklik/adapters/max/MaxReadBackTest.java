package org.otklik.adapters.max;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReadBackContract;
import org.otklik.testkit.SettableClock;

class MaxReadBackTest extends ReadBackContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }
}
