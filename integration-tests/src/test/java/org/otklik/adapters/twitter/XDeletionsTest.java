package org.otklik.adapters.twitter;

import org.otklik.tck.DeletionsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class XDeletionsTest extends DeletionsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }
}
