package org.otklik.adapters.ok;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReadBackContract;
import org.otklik.testkit.SettableClock;

class OkReadBackTest extends ReadBackContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.writing(time);
    }
}
