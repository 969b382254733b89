package org.otklik.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.OtklikException;

/** Thrown by {@link NetworkAdapter#poll} when a source could not be read; the message never carries a token. */
public final class AdapterException extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final @Nullable Duration retryAfter;
    private final @Nullable URI help;
    private final @Nullable String code;

    private AdapterException(
            FailureKind kind,
            String message,
            @Nullable Duration retryAfter,
            @Nullable URI help,
            @Nullable String code,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.help = help;
        this.code = code;
    }

    /**
     * Returns an exception of a kind.
     *
     * @param kind what the error means
     * @param message what failed and on what
     * @return the exception
     */
    public static AdapterException of(FailureKind kind, String message) {
        return new AdapterException(kind, message, null, null, null, null);
    }

    /**
     * Returns an exception with its cause.
     *
     * @param kind what the error means
     * @param message what failed and on what
     * @param cause the failure underneath
     * @return the exception
     */
    public static AdapterException of(FailureKind kind, String message, Throwable cause) {
        return new AdapterException(kind, message, null, null, null, cause);
    }

    /**
     * Returns this exception with the network's wish to be left alone for a while.
     *
     * @param wait how long
     * @return a copy
     */
    public AdapterException retryAfter(Duration wait) {
        return new AdapterException(kind, String.valueOf(getMessage()), wait, help, code, getCause());
    }

    /**
     * Tells what the error means.
     *
     * @return the kind
     */
    public FailureKind kind() {
        return kind;
    }

    /**
     * Tells how long the network wants to be left alone.
     *
     * @return the wait, if the network named one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns this exception with a page on which a person can help, such as the network's captcha.
     *
     * @param page where to go
     * @return a copy
     */
    public AdapterException help(URI page) {
        return new AdapterException(kind, String.valueOf(getMessage()), retryAfter, page, code, getCause());
    }

    /**
     * Tells where a person can help.
     *
     * @return the page, if there is one
     */
    public Optional<URI> help() {
        return Optional.ofNullable(help);
    }

    /**
     * Returns this exception with the network's own code.
     *
     * @param own what people look up in the network's documents, such as {@code vk-15}; never a token
     * @return a copy
     */
    public AdapterException code(String own) {
        return new AdapterException(kind, String.valueOf(getMessage()), retryAfter, help, own, getCause());
    }

    /**
     * Tells the network's own code.
     *
     * @return the code, if the adapter named one
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
