package org.otklik.tck;

import org.otklik.testkit.SettableClock;

class BoardReplyTest extends ReplyContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new BoardAdapterTest.Board(time);
    }
}
