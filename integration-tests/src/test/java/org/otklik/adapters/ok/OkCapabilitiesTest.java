package org.otklik.adapters.ok;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class OkCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.writing(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                OkPollingTest.class, OkEditsTest.class, OkReplyTest.class, OkReadBackTest.class, OkWebhookTest.class);
    }
}
