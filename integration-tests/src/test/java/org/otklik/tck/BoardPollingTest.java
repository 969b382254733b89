package org.otklik.tck;

import org.otklik.testkit.SettableClock;

class BoardPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new BoardAdapterTest.Board(time);
    }
}
