package org.otklik.adapters.meta;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.SettableClock;

class FacebookWebhookTest extends WebhookContract {

    private final AtomicReference<MetaUnderTest> network = new AtomicReference<>();

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        network.set(new FacebookUnderTest(time));
        return network.get();
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return network.get().delivery(text);
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return network.get().proven(body);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return MetaUnderTest.signed(genuineRequest(text).body(), "guessed");
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(MetaUnderTest.SIGNATURE);
    }

    @Override
    protected Optional<Challenge> challenge() {
        return Optional.of(network.get().challenge());
    }
}
