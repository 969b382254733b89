package org.otklik.adapters.vk;

import org.otklik.tck.IdempotentSendContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class VkIdempotentSendTest extends IdempotentSendContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
