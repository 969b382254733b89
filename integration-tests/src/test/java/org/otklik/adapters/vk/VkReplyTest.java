package org.otklik.adapters.vk;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReplyContract;
import org.otklik.testkit.SettableClock;

class VkReplyTest extends ReplyContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
