package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;

/**
 * Checks and reads what Meta sends, and answers its question whether the address is ours; thread-safe. Never throws.
 *
 * <p>An application has one address for all its pages, so entries of any account with the same application's secret are
 * taken, whichever account the address belongs to; those of strangers are left out.
 */
final class MetaWebhook {

    static final String VERIFY_TOKEN = "verify-token";

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_CHALLENGE = 1_000;
    private static final String PREFIX = "sha256=";

    private final Dialect dialect;
    private final List<MetaAccount> accounts;
    private final SecretProvider secrets;
    private final InstantSource time;
    private final Function<MetaAccount, Stand> stands;
    private final Function<MetaAccount, Hints> hints;
    private final WireJson json = WireJson.ofRequests();

    MetaWebhook(
            Dialect dialect,
            List<MetaAccount> accounts,
            SecretProvider secrets,
            InstantSource time,
            Function<MetaAccount, Stand> stands,
            Function<MetaAccount, Hints> hints) {
        this.dialect = dialect;
        this.accounts = accounts;
        this.secrets = secrets;
        this.time = time;
        this.stands = stands;
        this.hints = hints;
    }

    WebhookDecision decode(AccountId account, WebhookRequest request) {
        boolean ours = accounts.stream().anyMatch(one -> one.account().equals(account));
        Optional<String> secret = ours ? secret(account, GraphCalls.APP_SECRET) : Optional.empty();
        if (secret.isEmpty()) {
            return rejected("NO_SECRET", 403);
        }
        return switch (request.method()) {
            case "GET" -> challenge(account, request.query());
            case "POST" -> delivery(secret.get(), request);
            default -> rejected("BAD_METHOD", 405);
        };
    }

    private Optional<String> secret(AccountId account, String name) {
        return secrets.secret(account, name).filter(value -> !value.isBlank());
    }

    private static WebhookDecision rejected(String reason, int status) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    /** Meta asks once whether whoever answers there knows the word that was typed in beside the address. */
    private WebhookDecision challenge(AccountId account, String query) {
        Map<String, String> asked = parameters(query);
        String challenge = asked.getOrDefault("hub.challenge", "");
        boolean knows = secret(account, VERIFY_TOKEN)
                .filter(token -> Hmac.same(token, asked.getOrDefault("hub.verify_token", "")))
                .isPresent();
        if (!knows || !"subscribe".equals(asked.get("hub.mode"))) {
            return rejected("NOT_ASKED", 403);
        }
        return challenge.isBlank() || challenge.length() > LONGEST_CHALLENGE
                ? rejected("NO_CHALLENGE", 400)
                : new WebhookDecision.Genuine(List.of(), WebhookAnswer.text(200, challenge));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String field : query.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                decode(field.substring(equals + 1))
                        .ifPresent(value -> found.putIfAbsent(field.substring(0, equals), value));
            }
        }
        return found;
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The old signature with SHA-1 beside it proves nothing. */
    private WebhookDecision delivery(String secret, WebhookRequest request) {
        byte[] body = request.body();
        if (body.length > LARGEST) {
            return rejected("TOO_LARGE", 413);
        }
        Optional<String> signature = request.header("x-hub-signature-256");
        if (signature.isEmpty()) {
            return rejected("NO_SIGNATURE", 403);
        }
        if (!Hmac.same(PREFIX + HexFormat.of().formatHex(Hmac.sha256(secret, body)), signature.get())) {
            return rejected("BAD_SIGNATURE", 403);
        }
        return parse(body).map(delivery -> read(secret, delivery)).orElseGet(() -> rejected("NOT_JSON", 400));
    }

    private Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(json.read(body)).filter(JsonNode::isObject);
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    /** A change with the time by which it is put in order. */
    private record Dated(Instant at, PostChange change) {}

    private WebhookDecision read(String secret, JsonNode delivery) {
        List<Dated> changes = new ArrayList<>();
        boolean kept = true;
        if (delivery.path("object").asText().equals(dialect.webhookObject())) {
            for (JsonNode entry : delivery.path("entry")) {
                Optional<MetaAccount> account = account(entry.path("id").asText(), secret);
                kept &= account.isEmpty() || read(account.get(), entry, changes);
            }
        }
        if (!kept) {
            return rejected("HINT_NOT_KEPT", 503);
        }
        changes.sort(Comparator.comparing(Dated::at));
        return new WebhookDecision.Genuine(changes.stream().map(Dated::change).toList(), WebhookAnswer.text(200, "ok"));
    }

    private Optional<MetaAccount> account(String id, String secret) {
        return accounts.stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> secret(one.account(), GraphCalls.APP_SECRET)
                        .filter(own -> Hmac.same(secret, own))
                        .isPresent())
                .findFirst();
    }

    /** Reads an entry; false if a hint could not be kept, so that Meta must send it again. */
    private boolean read(MetaAccount account, JsonNode entry, List<Dated> changes) {
        Instant at = GraphTime.read(entry, "time").orElseGet(time::instant);
        Stand stand = stands.apply(account);
        Listening listening = new Listening(changes, hints.apply(account));
        for (JsonNode change : entry.path("changes")) {
            dialect.hear(stand, change, at, listening);
        }
        return listening.kept;
    }

    /** Collects what an entry tells. */
    private static final class Listening implements Dialect.Heard {

        private final List<Dated> changes;
        private final Hints hints;
        private boolean kept = true;

        Listening(List<Dated> changes, Hints hints) {
            this.changes = changes;
            this.hints = hints;
        }

        @Override
        public void change(Instant at, PostChange change) {
            changes.add(new Dated(at, change));
        }

        @Override
        public void hint(Hint hint) {
            kept &= hints.add(hint);
        }
    }
}
