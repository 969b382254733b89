package org.otklik.testkit.x;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.testkit.wire.WireRequest;

/** Finds out on whose behalf a request came; thread-safe. */
final class Doorkeeper {

    static final String BEARER = "application-bearer-AAAAAAAAAAAAAAAAAAAAAA%2Fcanary";
    static final String CONSUMER_KEY = "consumer-key-of-the-application";
    static final String CONSUMER_SECRET = "consumer-secret-canary-7f3a";

    private final Grants grants;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private volatile boolean bearerAlive = true;

    Doorkeeper(Grants grants) {
        this.grants = grants;
    }

    void bearerAlive(boolean alive) {
        bearerAlive = alive;
    }

    static XAccount account(String userId) {
        return new XAccount(
                CONSUMER_KEY, CONSUMER_SECRET, userId + "-oauth1-token", "oauth1-secret-canary-of-" + userId);
    }

    Caller caller(WireRequest request, String host) {
        String header = request.header("authorization").orElse("");
        if (header.startsWith("Bearer ")) {
            return bearer(header.substring("Bearer ".length()));
        }
        if (header.startsWith("OAuth ")) {
            return signed(request, host, OAuth1.parameters(header));
        }
        throw unauthorized();
    }

    private Caller bearer(String token) {
        if (token.equals(BEARER) && bearerAlive) {
            return Caller.application();
        }
        return grants.owner(token)
                .map(user -> Caller.user(Caller.Kind.OAUTH2, user))
                .orElseThrow(Doorkeeper::unauthorized);
    }

    private Caller signed(WireRequest request, String host, Map<String, String> oauth) {
        String token = oauth.getOrDefault("oauth_token", "");
        int dash = token.indexOf('-');
        if (dash < 0 || !oauth.getOrDefault("oauth_consumer_key", "").equals(CONSUMER_KEY)) {
            throw unauthorized();
        }
        String userId = token.substring(0, dash);
        XAccount account = account(userId);
        boolean fits = token.equals(account.token())
                && oauth.getOrDefault("oauth_signature_method", "").equals("HMAC-SHA1")
                && OAuth1.signature(request, host + request.path(), oauth, account)
                        .equals(oauth.get("oauth_signature"))
                && nonces.add(oauth.getOrDefault("oauth_nonce", "") + oauth.getOrDefault("oauth_timestamp", ""));
        if (!fits || !grants.isOauth1Alive(userId)) {
            throw unauthorized();
        }
        return Caller.user(Caller.Kind.OAUTH1, userId);
    }

    static Refusal unauthorized() {
        return Problems.plain(401, "Unauthorized");
    }
}
