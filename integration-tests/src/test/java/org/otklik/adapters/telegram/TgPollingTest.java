package org.otklik.adapters.telegram;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class TgPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new TgNetworkUnderTest(time);
    }
}
