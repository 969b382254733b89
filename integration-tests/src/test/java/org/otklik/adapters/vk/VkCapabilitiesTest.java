package org.otklik.adapters.vk;

import java.util.List;
import org.otklik.tck.CapabilitiesContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class VkCapabilitiesTest extends CapabilitiesContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new VkNetworkUnderTest(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(
                VkPollingTest.class,
                VkEditsTest.class,
                VkDeletionsTest.class,
                VkReplyTest.class,
                VkIdempotentSendTest.class,
                VkReadBackTest.class,
                VkWebhookTest.class);
    }
}
