package org.otklik.adapters.call;

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
 * <p>A refused token stops the account until the secret provider gives another one; a captcha or wrong settings stop it
 * for ever longer rests, after which one call tries again. Nothing here is needed after a restart: the network would say
 * it again.
 */
public final class AccountGate {

    private final TokenBucket bucket;
    private final RandomGenerator random;
    private final Backoff backoff;
    private int failures;
    private @Nullable Integer deadToken;
    private @Nullable ApiError trouble;

    /**
     * Creates an open gate.
     *
     * @param bucket the account's budget
     * @param backoff rests after errors for which the network names none
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
     * @return empty if it may go; else the reason, with a wait where waiting helps
     */
    public synchronized Optional<ApiError> pass(String token) {
        if (deadToken != null && deadToken == token.hashCode()) {
            return Optional.of(ApiError.of(FailureKind.TOKEN_INVALID, "same-token"));
        }
        if (!bucket.tryTake()) {
            ApiError busy = trouble != null ? trouble : ApiError.of(FailureKind.RATE_LIMIT, "own-budget");
            return Optional.of(busy.retryAfter(bucket.untilFree()));
        }
        return Optional.empty();
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
     * Notes that the network refused a call, and rests as long as it or the back-off wishes.
     *
     * @param error what it said
     * @param token with which the call went
     * @param now the time
     */
    public synchronized void failed(ApiError error, String token, Instant now) {
        switch (error.kind()) {
            case TOKEN_INVALID -> deadToken = token.hashCode();
            case RATE_LIMIT, QUOTA, HUMAN_NEEDED, CONFIGURATION, TRANSIENT -> {
                failures++;
                trouble = error;
                Duration rest = error.retryAfter().orElseGet(() -> backoff.after(failures, random));
                bucket.restUntil(now.plus(rest));
            }
            default -> failures = 0;
        }
    }

    /**
     * Heeds the network's word that nothing is left until an instant.
     *
     * @param until when calls are there again
     */
    public void restUntil(Instant until) {
        bucket.restUntil(until);
    }
}
