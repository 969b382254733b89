package org.otklik.adapters.twitter;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** The same in shadow mode. */
class XShadowCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new XNetworkUnderTest(time, settings -> settings.readOnly(true));
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(XPollingTest.class, XEditsTest.class, XDeletionsTest.class, XWebhookTest.class);
    }
}
