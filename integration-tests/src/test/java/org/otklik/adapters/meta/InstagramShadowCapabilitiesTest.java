package org.otklik.adapters.meta;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** Told only to read, the adapter declares nothing that writes. */
class InstagramShadowCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time).readOnly();
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                InstagramPollingTest.class,
                InstagramEditsTest.class,
                InstagramDeletionsTest.class,
                InstagramWebhookTest.class);
    }
}
