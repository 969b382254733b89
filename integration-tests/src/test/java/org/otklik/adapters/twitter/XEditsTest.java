package org.otklik.adapters.twitter;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class XEditsTest extends EditsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }
}
