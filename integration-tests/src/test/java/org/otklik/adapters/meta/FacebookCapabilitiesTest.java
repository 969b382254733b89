package org.otklik.adapters.meta;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class FacebookCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new FacebookUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                FacebookPollingTest.class,
                FacebookEditsTest.class,
                FacebookDeletionsTest.class,
                FacebookReplyTest.class,
                FacebookReadBackTest.class,
                FacebookWebhookTest.class);
    }
}
