package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.DailyQuota;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.AccountCalls;
import org.otklik.adapters.call.AccountGate;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;

/** Calls methods of VK's API with one token: budget, daily quotas, captchas; thread-safe. */
final class VkCalls {

    /** The day of VK's quotas begins at midnight in Moscow. */
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private static final String VERSION = "5.199";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VkSettings settings;
    private final AdapterContext context;
    private final AccountCalls calls;
    private final Map<String, DailyQuota> quotas = new ConcurrentHashMap<>();

    /** What VK wants back with a solved captcha; kept until a person solved it. */
    private volatile @Nullable Captcha captcha;

    private volatile @Nullable String session;
    private volatile @Nullable String usedProof;

    /** A captcha that VK demands of a method; the session is VK's {@code remixstlid}, if it sent one. */
    private record Captcha(String method, Optional<String> session) {}

    VkCalls(AccountId account, String secretName, int perSecond, VkSettings settings, AdapterContext context) {
        this.settings = settings;
        this.context = context;
        AccountGate gate =
                new AccountGate(new TokenBucket(perSecond, SECOND, context.time()), settings.rests(), context.random());
        this.calls = new AccountCalls(
                account, secretName, context.secrets(), settings.transport(), gate, this::errors, context.time());
        settings.quotas()
                .forEach((method, limit) -> quotas.put(
                        method, new DailyQuota(context.state(account), method, limit, ZONE, context.time())));
    }

    AccountId account() {
        return calls.account();
    }

    /** How many calls could go now. */
    int available() {
        return calls.gate().available();
    }

    /** How many calls of a method are left today. */
    long left(String method) {
        DailyQuota quota = quotas.get(method);
        return quota == null ? Long.MAX_VALUE : quota.left();
    }

    /** Until the quotas are fresh. */
    Duration untilTomorrow() {
        Instant now = context.time().instant();
        return Duration.between(
                now,
                LocalDate.ofInstant(now, ZONE).plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** Calls a method and returns its {@code response}. */
    JsonNode call(String method, Map<String, String> parameters) {
        takeQuota(method);
        Optional<Captcha> demanded =
                Optional.ofNullable(captcha).filter(one -> one.method().equals(method));
        Optional<String> proof = demanded.flatMap(one -> proof());
        try {
            JsonNode body = calls.call(method, token -> {
                proof.ifPresent(one -> usedProof = one);
                return HttpCall.form(address(method), form(parameters, token, demanded, proof));
            });
            proof.ifPresent(one -> captcha = null);
            return body.path("response");
        } catch (CallFailed e) {
            if (e.error().code().equals(VkErrors.CAPTCHA)) {
                captcha = new Captcha(method, Optional.ofNullable(session));
            }
            throw isSpent(e) ? spent(method, e) : e;
        }
    }

    /** Taken before the call goes, so that a crash wastes and never overdraws; not if the gate is shut anyway. */
    private void takeQuota(String method) {
        DailyQuota quota = quotas.get(method);
        if (quota != null && available() > 0 && !quota.tryTake(1)) {
            throw new CallFailed(
                    method + " as " + account(),
                    ApiError.of(FailureKind.QUOTA, "own-quota").retryAfter(untilTomorrow()),
                    false);
        }
    }

    private static boolean isSpent(CallFailed failure) {
        return failure.error().kind() == FailureKind.QUOTA
                && failure.error().code().startsWith(VkErrors.PREFIX);
    }

    private CallFailed spent(String method, CallFailed failure) {
        Optional.ofNullable(quotas.get(method)).ifPresent(DailyQuota::exhaust);
        return new CallFailed(
                method + " as " + account(), failure.error().retryAfter(untilTomorrow()), failure.isPossiblyApplied());
    }

    private URI address(String method) {
        String base = settings.baseUrl().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/method/" + method);
    }

    private static Map<String, String> form(
            Map<String, String> parameters, String token, Optional<Captcha> demanded, Optional<String> proof) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        proof.ifPresent(solved -> form.put("success_token", solved));
        proof.flatMap(solved -> demanded).flatMap(Captcha::session).ifPresent(number -> form.put("remixstlid", number));
        form.put("access_token", token);
        form.put("v", VERSION);
        form.put("lang", "ru");
        return form;
    }

    /** A proof is for one use: one that was sent before is not sent again. */
    private Optional<String> proof() {
        return context.secrets()
                .secret(account(), VkSettings.CAPTCHA_TOKEN)
                .filter(token -> !token.isBlank() && !token.equals(usedProof));
    }

    private Optional<ApiError> errors(HttpAnswer answer, JsonNode body) {
        Optional<ApiError> error = VkErrors.read(answer, body);
        if (error.filter(one -> one.code().equals(VkErrors.CAPTCHA)).isPresent()) {
            session = Fields.text(body.path("error"), "remixstlid").orElse(null);
        }
        return error;
    }
}
