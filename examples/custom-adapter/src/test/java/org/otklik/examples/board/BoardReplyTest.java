package org.otklik.examples.board;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class BoardReplyTest extends ReplyContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new CityBoard(time);
    }
}
