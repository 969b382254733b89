package org.otklik.examples.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

class SignedBoardWebhookTest extends WebhookContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new OnlyWebhooks();
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return proven(new String(Board.body("1"), StandardCharsets.UTF_8)
                .replace("В Тольятти на улице Победы яма", text)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return signed(Board.KEY, body);
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return signed("another secret", genuineRequest(text).body());
    }

    private static WebhookRequest signed(String key, byte[] body) {
        return WebhookRequest.of(
                "POST", "", Map.of("X-Signature", List.of(SignedBoard.sign(key, body))), body, Optional.empty());
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of("X-Signature");
    }

    @Override
    protected AccountId webhookAccount() {
        return HostMain.ACCOUNT;
    }

    /** The board shows nothing and takes nothing, so its citizens have no hands here. */
    private record OnlyWebhooks() implements NetworkUnderTest {

        @Override
        public NetworkAdapter open(AdapterContext context) {
            SignedBoard board = new SignedBoard();
            board.attach(context);
            return board;
        }

        @Override
        public SecretProvider secrets() {
            return new OneSecret(Board.KEY);
        }

        @Override
        public PostId publish(String text) {
            throw new UnsupportedOperationException("The board cannot be polled.");
        }

        @Override
        public List<String> repliesTo(PostId post) {
            return List.of();
        }

        @Override
        public void breakNext(Fault fault) {
            throw new UnsupportedOperationException("Nobody calls the board.");
        }
    }
}
