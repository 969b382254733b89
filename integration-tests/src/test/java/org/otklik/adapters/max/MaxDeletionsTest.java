package org.otklik.adapters.max;

import org.otklik.tck.DeletionsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class MaxDeletionsTest extends DeletionsContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }
}
