package org.otklik.adapters.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.spi.FailureKind;

/**
 * Whether an account may call now: within its budget, rested after errors, with a token that lives; thread-safe.
 *
 * <p>A refused token stops the account until the secret provider gives another one. All other errors that concern the
 * account stop it for ever longer rests, and never for less than the network names, at most a day; a network that wants a
 * person gets long ones from the first time on. Nothing here is needed after a restart: the network would say it again.
 */
public final class AccountGate {

    private static final Duration LONGEST_REST = Duration.ofDays(1);

    /** As if so many calls had failed before: a network that asks for a person sees robots in many tries. */
    private static final int HUMAN_HEAD_START = 5;

    private final TokenBucket bucket;
    private final RandomGenerator random;
    private final Backoff backoff;
    private int failures;
    private byte @Nullable [] deadToken;
    private @Nullable ApiError trouble;

    /**
     * Creates an open gate.
     *
     * @param bucket the account's budget
     * @param backoff rests after errors, unless the network names longer ones
     * @param random spreads the rests
     */
    public AccountGate(TokenBucket bucket, Backoff backoff, RandomGenerator random) {
        this.bucket = bucket;
        this.backoff = backoff;
        this.random = random;
    }

    /**
     * Lets a call through or says why not; a call that is let through is counted.
     *
     * @param token with which it would go
     * @return empty if it may go; else the reason, with a wait where waiting helps: {@code same-token} for a token that
     *     the network refused, the last error while the account rests after it, {@code own-budget} for a spent budget
     */
    public synchronized Optional<ApiError> pass(String token) {
        if (deadToken != null && MessageDigest.isEqual(deadToken, fingerprint(token))) {
            return Optional.of(ApiError.of(FailureKind.TOKEN_INVALID, "same-token"));
        }
        return bucket.tryTake() ? Optional.empty() : Optional.of(reason().retryAfter(bucket.untilFree()));
    }

    private ApiError reason() {
        if (trouble == null || !bucket.isResting()) {
            return ApiError.of(FailureKind.RATE_LIMIT, "own-budget");
        }
        return new ApiError(trouble.kind(), trouble.code(), Optional.empty(), trouble.help(), false);
    }

    /** A refused token is recognised without being kept. */
    private static byte[] fingerprint(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    /**
     * Tells how many calls could go now.
     *
     * @return nought while the account rests
     */
    public int available() {
        return bucket.available();
    }

    /** Notes that a call succeeded. */
    public synchronized void succeeded() {
        failures = 0;
        deadToken = null;
        trouble = null;
    }

    /**
     * Notes that the network refused a call, and rests as long as it or the back-off wishes. A refusal that concerns only
     * this call, such as a post that is gone, shows that the account works.
     *
     * @param error what it said
     * @param token with which the call went
     * @param now the time
     */
    public synchronized void failed(ApiError error, String token, Instant now) {
        switch (error.kind()) {
            case TOKEN_INVALID -> deadToken = fingerprint(token);
            case RATE_LIMIT, QUOTA, HUMAN_NEEDED, CONFIGURATION, TRANSIENT -> {
                failures++;
                trouble = error;
                bucket.restUntil(now.plus(rest(error)));
            }
            case PERMISSION, TARGET_GONE, DUPLICATE, CONTENT_REJECTED -> succeeded();
        }
    }

    /** Who asks again just when the network named is refused again where others do the same, so rests grow all the same. */
    private Duration rest(ApiError error) {
        int counted = error.kind() == FailureKind.HUMAN_NEEDED ? failures + HUMAN_HEAD_START : failures;
        Duration own = backoff.after(counted, random);
        Duration rest =
                error.retryAfter().filter(wish -> wish.compareTo(own) > 0).orElse(own);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /**
     * Heeds the network's word that nothing is left until an instant.
     *
     * @param until when calls are there again; more than a day counts as a day
     */
    public void restUntil(Instant until) {
        bucket.restUntil(until);
    }
}
