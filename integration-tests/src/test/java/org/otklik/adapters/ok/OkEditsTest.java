package org.otklik.adapters.ok;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class OkEditsTest extends EditsContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.reading(time);
    }
}
