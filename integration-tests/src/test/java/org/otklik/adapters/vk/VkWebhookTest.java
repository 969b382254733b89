package org.otklik.adapters.vk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.SettableClock;

class VkWebhookTest extends WebhookContract {

    private final AtomicReference<VkNetworkUnderTest> network = new AtomicReference<>();
    private final Map<String, WebhookRequest> sent = new HashMap<>();

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        network.set(new VkNetworkUnderTest(time));
        return network.get();
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return sent.computeIfAbsent(text, fresh -> network.get().callback(fresh));
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return VkNetworkUnderTest.request(body);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return network.get().forged(text);
    }

    @Override
    protected Optional<Challenge> challenge() {
        VkNetworkUnderTest vk = network.get();
        return Optional.of(new Challenge(
                VkNetworkUnderTest.request(vk.vk().confirmation(vk.group())),
                vk.vk().confirmationCode(vk.group())));
    }
}
