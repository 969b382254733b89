package org.otklik.adapters.twitter;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class XCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                XPollingTest.class,
                XEditsTest.class,
                XDeletionsTest.class,
                XReplyTest.class,
                XReadBackTest.class,
                XWebhookTest.class);
    }
}
