package org.otklik.adapters.max;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class MaxEditsTest extends EditsContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }
}
