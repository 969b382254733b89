package org.otklik.tck;

import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

class InMemoryReadBackTest extends ReadBackContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InMemoryNetworkUnderTest(InMemoryNetwork.named("vk"), time);
    }
}
