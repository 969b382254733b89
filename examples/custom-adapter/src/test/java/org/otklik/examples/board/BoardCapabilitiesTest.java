package org.otklik.examples.board;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class BoardCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new CityBoard(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(BoardPollingTest.class, BoardReplyTest.class, BoardIdempotentSendTest.class);
    }
}
