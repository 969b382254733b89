package org.otklik.adapters.meta;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class FacebookReplyTest extends ReplyContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new FacebookUnderTest(time);
    }
}
