package org.otklik.examples.board;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class BoardPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new CityBoard(time);
    }
}
