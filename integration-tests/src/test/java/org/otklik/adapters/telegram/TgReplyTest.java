package org.otklik.adapters.telegram;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class TgReplyTest extends ReplyContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new TgNetworkUnderTest(time);
    }
}
