package org.otklik.adapters.ok;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** The same with writing off, as it is unless somebody turns it on. */
class OkReadingCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.reading(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(OkPollingTest.class, OkEditsTest.class, OkWebhookTest.class);
    }
}
