package org.otklik.tck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

class SignedWebhookTest extends WebhookContract {

    /** The decoder under test; saboteurs give another. */
    SignedDecoder decoder(InMemoryNetwork network) {
        return new SignedDecoder(network);
    }

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        InMemoryNetwork network = InMemoryNetwork.named("vk");
        return new InMemoryNetworkUnderTest(network, time) {
            @Override
            public NetworkAdapter open(AdapterContext context) {
                SignedDecoder decoder = decoder(network);
                decoder.attach(context);
                return decoder;
            }

            @Override
            public SecretProvider secrets() {
                return new OneSecret(SignedDecoder.KEY);
            }
        };
    }

    /** A safe with one secret in it. */
    record OneSecret(String value) implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return name.equals("webhook") ? Optional.of(value) : Optional.empty();
        }

        @Override
        public void rotate(AccountId account, String name, String next) {
            throw new UnsupportedOperationException("Nothing rotates here.");
        }
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return proven(SignedDecoder.body("1", text));
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return SignedDecoder.signed(SignedDecoder.KEY, body);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return SignedDecoder.signed("another secret", SignedDecoder.body("1", text));
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(SignedDecoder.HEADER);
    }

    @Override
    protected Optional<Challenge> challenge() {
        return Optional.of(new Challenge(
                WebhookRequest.of("GET", "challenge=4711", Map.of(), new byte[0], Optional.empty()), "4711"));
    }

    static List<String> values(WebhookRequest request) {
        return request.headers().getOrDefault("x-signature", List.of());
    }
}
