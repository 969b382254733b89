package org.otklik.adapters.meta;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** Told only to read, the adapter declares nothing that writes. */
class FacebookShadowCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new FacebookUnderTest(time).readOnly();
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                FacebookPollingTest.class,
                FacebookEditsTest.class,
                FacebookDeletionsTest.class,
                FacebookWebhookTest.class);
    }
}
