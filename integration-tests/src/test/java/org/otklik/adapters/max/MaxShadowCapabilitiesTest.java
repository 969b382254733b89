package org.otklik.adapters.max;

import java.util.List;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

/** The same in shadow mode. */
class MaxShadowCapabilitiesTest extends CapabilitiesContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new MaxNetworkUnderTest(time) {
            @Override
            public NetworkAdapter open(AdapterContext context) {
                return open(context, settings -> settings.withoutSafetyNet().readOnly());
            }
        };
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(MaxPollingTest.class, MaxEditsTest.class, MaxDeletionsTest.class, MaxWebhookTest.class);
    }
}
