package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.AccountCalls;
import org.otklik.adapters.call.AccountGate;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SecretProvider;

/** The calls of one account: signed forms for everything but chats, which have a token and a budget of their own. */
final class OkCalls {

    private static final Duration QUOTA_REST = Duration.ofHours(1);
    private static final String GRAPH = "/graph/me/";

    private final OkSettings settings;
    private final SecretProvider secrets;
    private final AccountCalls forms;
    private final AccountCalls chats;
    private final WireJson json = WireJson.ofAnswers();

    OkCalls(AccountId account, OkSettings settings, AdapterContext context) {
        this.settings = settings;
        this.secrets = context.secrets();
        forms = calls(account, "access-token", settings, context);
        chats = calls(account, "group-token", settings, context);
    }

    private static AccountCalls calls(
            AccountId account, String secretName, OkSettings settings, AdapterContext context) {
        OkSettings.Budget budget = settings.budget;
        TokenBucket bucket = new TokenBucket(budget.calls(), budget.span(), context.time());
        AccountGate gate = new AccountGate(bucket, budget.backoff(), context.random());
        OkErrors errors = new OkErrors(budget.floodRest(), QUOTA_REST);
        return new AccountCalls(
                account, secretName, context.secrets(), settings.transport, gate, errors, context.time());
    }

    AccountId account() {
        return forms.account();
    }

    int available() {
        return forms.gate().available();
    }

    /** Calls a method; the token travels in the form only. */
    JsonNode call(String method, Map<String, String> parameters) {
        return forms.call(method, token -> form(method, parameters, token));
    }

    private HttpCall form(String method, Map<String, String> parameters, String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("application_key", settings.applicationKey);
        form.put("method", method);
        form.put("format", "json");
        form.putAll(parameters);
        form.put("sig", OkSignature.of(form, sessionSecret(method, token)));
        form.put("access_token", token);
        return HttpCall.form(URI.create(settings.baseUrl + "/fb.do"), form);
    }

    private String sessionSecret(String method, String token) {
        return secret("session-secret-key")
                .or(() -> secret("application-secret-key").map(key -> OkSignature.sessionSecret(token, key)))
                .orElseThrow(() -> new CallFailed(
                        method + " as " + account(),
                        ApiError.of(FailureKind.CONFIGURATION, "no-session-secret-key"),
                        false));
    }

    private Optional<String> secret(String name) {
        return secrets.secret(account(), name).map(String::strip).filter(secret -> !secret.isEmpty());
    }

    /** Reads messages of a chat, the newest first. The network wants the token in the query and nowhere else. */
    JsonNode messages(String chat, int count) {
        return chats.call("graph messages", token -> HttpCall.get(chatAddress(chat, token, "&count=" + count)));
    }

    /** Writes into a chat. */
    JsonNode say(String chat, String text) {
        Map<String, Object> message = Map.of("recipient", Map.of("chat_id", chat), "message", Map.of("text", text));
        return chats.call("graph messages", token -> HttpCall.json(chatAddress(chat, token, ""), json.write(message)));
    }

    private URI chatAddress(String chat, String token, String more) {
        String query = HttpCall.encode(Map.of("access_token", token));
        return URI.create(settings.baseUrl + GRAPH + "messages/" + chat + "?" + query + more);
    }
}
