package org.otklik.adapters.meta;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class InstagramReplyTest extends ReplyContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time);
    }
}
