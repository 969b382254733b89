package org.otklik.adapters.vk;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class VkEditsTest extends EditsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
