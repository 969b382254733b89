package org.otklik.adapters.meta;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class InstagramCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                InstagramPollingTest.class,
                InstagramEditsTest.class,
                InstagramDeletionsTest.class,
                InstagramReplyTest.class,
                InstagramReadBackTest.class,
                InstagramWebhookTest.class);
    }
}
