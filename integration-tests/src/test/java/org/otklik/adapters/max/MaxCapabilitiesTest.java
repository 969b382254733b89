package org.otklik.adapters.max;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class MaxCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                MaxPollingTest.class,
                MaxEditsTest.class,
                MaxDeletionsTest.class,
                MaxReplyTest.class,
                MaxReadBackTest.class,
                MaxWebhookTest.class);
    }
}
