package org.otklik.tck;

import java.util.List;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

class InMemoryCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InMemoryNetworkUnderTest(InMemoryNetwork.named("vk"), time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                InMemoryPollingTest.class,
                InMemoryEditsTest.class,
                InMemoryDeletionsTest.class,
                InMemoryReplyTest.class,
                InMemoryReadBackTest.class);
    }
}
