package org.otklik.adapters.max;

import java.util.concurrent.atomic.AtomicReference;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.SettableClock;

class MaxWebhookTest extends WebhookContract {

    private final AtomicReference<MaxNetworkUnderTest> network = new AtomicReference<>();

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        network.set(new MaxNetworkUnderTest(time));
        return network.get();
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return proven(network.get().delivery(text));
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return MaxNetworkUnderTest.request(body, MaxNetworkUnderTest.SECRET);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return MaxNetworkUnderTest.request(network.get().delivery(text), "hook-canarz");
    }
}
