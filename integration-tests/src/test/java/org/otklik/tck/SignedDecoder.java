package org.otklik.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryNetwork;

/** A network that signs its webhooks as Meta does; tests override the step that shall be wrong. */
class SignedDecoder extends HonestAdapter implements WebhookDecoder {

    static final String HEADER = "X-Signature";
    static final String KEY = "the secret of the tests";

    private static final int LARGEST = 1 << 20;

    private SecretProvider secrets = SecretProvider.none();

    SignedDecoder(InMemoryNetwork network) {
        super(network);
    }

    static String sign(String key, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(Hmac.sha256(key, body));
    }

    static WebhookRequest signed(String key, byte[] body) {
        return WebhookRequest.of("POST", "", Map.of(HEADER, List.of(sign(key, body))), body, Optional.empty());
    }

    static byte[] body(String id, String text) {
        return WireJson.ofRequests().write(Map.of("id", id, "text", text));
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.copyOf(super.capabilities());
        all.add(Capability.WEBHOOK);
        return all;
    }

    @Override
    public void attach(AdapterContext context) {
        super.attach(context);
        secrets = context.secrets();
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        if (request.method().equals("GET")) {
            return challenge(request);
        }
        if (request.body().length > largest()) {
            return rejected("TOO_LARGE");
        }
        return isGenuine(secret(account), request) ? read(account, request) : rejected("BAD_SIGNATURE");
    }

    static WebhookDecision rejected(String reason) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(403, "no"));
    }

    static WebhookDecision nothingNew() {
        return new WebhookDecision.Genuine(List.of(), WebhookAnswer.text(200, "ok"));
    }

    WebhookDecision challenge(WebhookRequest request) {
        return request.query().startsWith("challenge=")
                ? new WebhookDecision.Genuine(
                        List.of(), WebhookAnswer.text(200, request.query().substring("challenge=".length())))
                : rejected("NO_CHALLENGE");
    }

    int largest() {
        return LARGEST;
    }

    Optional<String> secret(AccountId account) {
        return secrets.secret(account, "webhook").filter(secret -> !secret.isBlank());
    }

    Optional<String> signature(WebhookRequest request) {
        return request.header(HEADER);
    }

    byte[] signedBytes(WebhookRequest request) {
        return request.body();
    }

    boolean isGenuine(Optional<String> secret, WebhookRequest request) {
        Optional<String> signature = signature(request);
        return secret.isPresent()
                && signature.isPresent()
                && same(sign(secret.get(), signedBytes(request)), signature.get());
    }

    boolean same(String wanted, String given) {
        return Hmac.same(wanted, given);
    }

    WebhookDecision read(AccountId account, WebhookRequest request) {
        try {
            JsonNode json = json(request.body());
            String id = json.path("id").asText();
            String text = json.path("text").asText();
            return id.isEmpty() ? rejected("NO_EVENT") : brings(account, id, text);
        } catch (UnreadableJson e) {
            return unreadable(e);
        }
    }

    WebhookDecision unreadable(UnreadableJson e) {
        return rejected("NO_JSON");
    }

    static WebhookDecision brings(AccountId account, String id, String text) {
        Post post = Post.builder(new PostId(account.network(), id), Sample.START)
                .text(text)
                .build();
        return new WebhookDecision.Genuine(List.of(new PostChange.Present(post)), WebhookAnswer.text(200, "ok"));
    }

    JsonNode json(byte[] body) {
        return WireJson.ofRequests().read(body);
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
