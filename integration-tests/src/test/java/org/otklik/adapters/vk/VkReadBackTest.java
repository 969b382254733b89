package org.otklik.adapters.vk;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReadBackContract;
import org.otklik.testkit.SettableClock;

class VkReadBackTest extends ReadBackContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
