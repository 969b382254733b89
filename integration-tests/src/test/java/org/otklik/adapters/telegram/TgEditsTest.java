package org.otklik.adapters.telegram;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class TgEditsTest extends EditsContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new TgNetworkUnderTest(time);
    }
}
