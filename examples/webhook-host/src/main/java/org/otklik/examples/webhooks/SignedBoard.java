package org.otklik.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/**
 * A board of complaints that sends {@code {"id","text","at"}} by itself, signed by {@code X-Signature: sha256=<hex
 * HMAC-SHA256 of the body>}, and can do nothing else; thread-safe.
 */
public final class SignedBoard implements NetworkAdapter, WebhookDecoder {

    /** Code of the network. */
    public static final NetworkId NETWORK = NetworkId.of("board");

    /** Name of the secret that signs. */
    public static final String SECRET = "webhook-secret";

    private static final int LARGEST = 1 << 20;

    private final WireJson json = WireJson.ofRequests();
    private volatile SecretProvider secrets = SecretProvider.none();

    /** Creates the adapter. */
    public SignedBoard() {}

    /**
     * Signs a body.
     *
     * @param secret shared with the board
     * @param body raw bytes
     * @return value of the header {@code X-Signature}
     */
    public static String sign(String secret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(Hmac.sha256(secret, body));
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.WEBHOOK);
    }

    @Override
    public void attach(AdapterContext context) {
        secrets = context.secrets();
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        if (request.body().length > LARGEST) {
            return rejected("TOO_LARGE", 413);
        }
        if (!request.method().equals("POST") || !isSigned(account, request)) {
            return rejected("BAD_SIGNATURE", 403);
        }
        try {
            return event(json.read(request.body()));
        } catch (UnreadableJson e) {
            return rejected("NO_JSON", 400);
        }
    }

    /** Without a configured secret nobody is believed. */
    private boolean isSigned(AccountId account, WebhookRequest request) {
        Optional<String> secret = secrets.secret(account, SECRET).filter(value -> !value.isBlank());
        Optional<String> signature = request.header("X-Signature");
        return secret.isPresent()
                && signature.isPresent()
                && Hmac.same(sign(secret.get(), request.body()), signature.get());
    }

    private static WebhookDecision event(JsonNode event) {
        Optional<String> id = Fields.text(event, "id").filter(text -> !text.isBlank() && text.length() <= 200);
        if (id.isEmpty() || Fields.seconds(event, "at").isEmpty()) {
            return rejected("NO_EVENT", 400);
        }
        Post post = Post.builder(
                        new PostId(NETWORK, id.get()),
                        Fields.seconds(event, "at").orElseThrow())
                .text(Fields.text(event, "text").orElse(""))
                .build();
        return new WebhookDecision.Genuine(List.of(new PostChange.Present(post)), WebhookAnswer.text(200, "ok"));
    }

    private static WebhookDecision rejected(String reason, int status) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    @Override
    public List<SourceId> sources() {
        return List.of();
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        throw AdapterException.of(FailureKind.PERMISSION, "The board has nothing to poll.");
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return new Replyability.Impossible("BOARD_TAKES_NO_REPLIES", post.address());
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return new PublishOutcome.Refused(FailureKind.PERMISSION, "BOARD_TAKES_NO_REPLIES");
    }
}
