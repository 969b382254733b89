package org.otklik.adapters.vk;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

class VkPollingTest extends PollingContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
