package org.otklik.adapters.telegram;

import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.telegram.TelegramFake;

/** Nothing is signed and nobody asks whether the address is ours: the secret of the header alone proves a delivery. */
class TgWebhookTest extends WebhookContract {

    private TgNetworkUnderTest network;
    private String body = "";

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        network = new TgNetworkUnderTest(time);
        network.telegram.webhook(network.bot, TgNetworkUnderTest.SECRET);
        while (network.telegram.nextDelivery(network.bot).isPresent()) {
            // What was said before this test is delivered to nobody.
            body = "";
        }
        return network;
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        if (body.isEmpty()) {
            network.publish(text);
            TelegramFake.Delivery delivery =
                    network.telegram.nextDelivery(network.bot).orElseThrow();
            body = delivery.body();
            return TgNetworkUnderTest.delivery(body, delivery.secret());
        }
        return TgNetworkUnderTest.delivery(body, TgNetworkUnderTest.SECRET);
    }

    @Override
    protected WebhookRequest proven(byte[] other) {
        return TgNetworkUnderTest.delivery(other, TgNetworkUnderTest.SECRET);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return TgNetworkUnderTest.delivery(genuineRequest(text).body(), TgNetworkUnderTest.SECRET + "2");
    }
}
