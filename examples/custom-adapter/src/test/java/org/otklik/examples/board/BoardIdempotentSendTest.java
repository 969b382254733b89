package org.otklik.examples.board;

import org.otklik.tck.IdempotentSendContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class BoardIdempotentSendTest extends IdempotentSendContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new CityBoard(time);
    }
}
