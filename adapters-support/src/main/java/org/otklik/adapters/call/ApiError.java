package org.otklik.adapters.call;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.otklik.spi.FailureKind;

/**
 * What a network's refusal means; immutable.
 *
 * @param kind in the desk's words
 * @param code the network's own, such as {@code vk-14}; never a text of the network, which may echo secrets
 * @param retryAfter how long the network wants to be left alone
 * @param help where a person can help
 * @param possiblyApplied whether the network may have done what was asked in spite of the error
 */
public record ApiError(
        FailureKind kind, String code, Optional<Duration> retryAfter, Optional<URI> help, boolean possiblyApplied) {

    /** Checks the parts. */
    public ApiError {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(retryAfter, "retryAfter");
        Objects.requireNonNull(help, "help");
    }

    /**
     * Returns an error with which nothing else came.
     *
     * @param kind in the desk's words
     * @param code the network's own
     * @return the error
     */
    public static ApiError of(FailureKind kind, String code) {
        return new ApiError(kind, code, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Returns this error with the network's wish to be left alone.
     *
     * @param wait how long
     * @return a copy
     */
    public ApiError retryAfter(Duration wait) {
        return new ApiError(kind, code, Optional.of(wait), help, possiblyApplied);
    }

    /**
     * Returns this error with a page on which a person can help.
     *
     * @param page where to go
     * @return a copy
     */
    public ApiError help(URI page) {
        return new ApiError(kind, code, retryAfter, Optional.of(page), possiblyApplied);
    }

    /**
     * Returns this error as one that does not tell whether anything was done.
     *
     * @return a copy
     */
    public ApiError doubtful() {
        return new ApiError(kind, code, retryAfter, help, true);
    }
}
