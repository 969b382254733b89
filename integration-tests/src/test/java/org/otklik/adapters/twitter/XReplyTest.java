package org.otklik.adapters.twitter;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class XReplyTest extends ReplyContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }
}
