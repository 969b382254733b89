package org.otklik.adapters.vk;

import org.otklik.tck.DeletionsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class VkDeletionsTest extends DeletionsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }
}
