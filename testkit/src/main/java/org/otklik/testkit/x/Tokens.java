package org.otklik.testkit.x;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Gives new tokens for old ones. */
final class Tokens {

    static final String CLIENT_ID = "oauth2-client-id";
    static final String CLIENT_SECRET = "oauth2-client-secret-canary-19c4";

    private final Scene scene;

    Tokens(Scene scene) {
        this.scene = scene;
    }

    WireAnswer refresh(WireRequest request) {
        Map<String, String> form = form(request);
        if (!form.getOrDefault("grant_type", "").equals("refresh_token")) {
            throw error("unsupported_grant_type", "Only refresh_token is known here.");
        }
        Optional<Grants.Pair> pair = scene.grants.refreshed(form.getOrDefault("refresh_token", ""));
        if (pair.isEmpty()) {
            throw error("invalid_grant", "Value passed for the token was invalid.");
        }
        return WireAnswer.json(
                200,
                Json.object()
                        .put("token_type", "bearer")
                        .put("expires_in", Grants.LASTING.toSeconds())
                        .put("access_token", pair.get().access())
                        .put("refresh_token", pair.get().refresh())
                        .put("scope", "tweet.read tweet.write users.read tweet.moderate.write offline.access"));
    }

    WireAnswer revoke(WireRequest request) {
        scene.grants.revoke(form(request).getOrDefault("token", ""));
        return WireAnswer.json(200, Json.object().put("revoked", true));
    }

    private static Map<String, String> form(WireRequest request) {
        if (!request.rawQuery().isEmpty()
                || !request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw error("invalid_request", "Parameters belong into a form.");
        }
        String basic =
                Base64.getEncoder().encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        if (!request.header("authorization").orElse("").equals("Basic " + basic)) {
            throw new Refusal(WireAnswer.json(
                    401,
                    Json.object()
                            .put("error", "unauthorized_client")
                            .put("error_description", "Missing valid authorization header")));
        }
        return request.form();
    }

    private static Refusal error(String error, String description) {
        return new Refusal(
                WireAnswer.json(400, Json.object().put("error", error).put("error_description", description)));
    }
}
