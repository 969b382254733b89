package org.otklik.adapters.ok;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class OkReplyTest extends ReplyContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.writing(time);
    }
}
