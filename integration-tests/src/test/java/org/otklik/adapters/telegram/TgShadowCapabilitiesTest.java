package org.otklik.adapters.telegram;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** The same for a bot that may only read. */
class TgShadowCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return TgNetworkUnderTest.shadow(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(TgPollingTest.class, TgEditsTest.class, TgWebhookTest.class);
    }
}
