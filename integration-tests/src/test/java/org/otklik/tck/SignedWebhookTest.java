package org.otklik.tck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** A decoder whose signature is a mere checksum: enough to try the kit, not enough for a network. */
class SignedWebhookTest extends WebhookContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        InMemoryNetwork network = InMemoryNetwork.named("vk");
        return new InMemoryNetworkUnderTest(network, time) {
            @Override
            public NetworkAdapter open(AdapterContext context) {
                super.open(context);
                return new Decoder(network);
            }
        };
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return signed(text);
    }

    static WebhookRequest signed(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.of("POST", "", Map.of("X-Sum", List.of(sum(body))), body, Optional.empty());
    }

    private static String sum(byte[] body) {
        return String.valueOf(Arrays.hashCode(body));
    }

    private static final class Decoder extends HonestAdapter implements WebhookDecoder {

        Decoder(InMemoryNetwork network) {
            super(network);
        }

        @Override
        public WebhookDecision decode(AccountId account, WebhookRequest request) {
            boolean genuine = request.header("x-sum").equals(Optional.of(sum(request.body())));
            if (!genuine) {
                return new WebhookDecision.Rejected("BAD_SIGNATURE", WebhookAnswer.text(403, "no"));
            }
            String text = new String(request.body(), StandardCharsets.UTF_8);
            PostId id = new PostId(account.network(), "from-webhook");
            Post post = Post.builder(id, Sample.START).text(text).build();
            return new WebhookDecision.Genuine(List.of(new PostChange.Present(post)), WebhookAnswer.text(200, "ok"));
        }
    }
}
