package org.otklik.adapters.max;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class MaxReplyTest extends ReplyContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }
}
