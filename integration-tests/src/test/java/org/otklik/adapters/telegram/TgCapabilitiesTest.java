package org.otklik.adapters.telegram;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class TgCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new TgNetworkUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(TgPollingTest.class, TgEditsTest.class, TgReplyTest.class, TgWebhookTest.class);
    }
}
