package org.otklik.adapters.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.OtklikException;

/** Thrown when no whole answer came; says whether the request may have been applied, and names no secret. */
public final class HttpFailure extends OtklikException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CHAIN = 10;

    /** What went wrong. */
    public enum Reason {
        /** No connection: the network certainly saw nothing. */
        NOT_CONNECTED(false),
        /** The certificate is not trusted, or TLS failed in another way before the request. */
        TLS(false),
        /** The proxy refused us before the request. */
        PROXY(false),
        /** The call was not over at its deadline. */
        TIMEOUT(true),
        /** The answer was larger than allowed. */
        TOO_LARGE(true),
        /** The line broke, or the answer was no HTTP. */
        BROKEN(true),
        /** A stream fell silent for longer than the network promises. */
        SILENT(true),
        /** The waiting thread was interrupted; its interrupt is set again. */
        INTERRUPTED(true);

        private final boolean possiblyApplied;

        Reason(boolean possiblyApplied) {
            this.possiblyApplied = possiblyApplied;
        }
    }

    private final Reason reason;

    /**
     * Creates the failure of a call.
     *
     * @param reason what went wrong
     * @param call what was called, without secrets
     * @param cause the failure underneath; only the names of its classes are kept, for its words may quote addresses,
     *     headers or what the network sent
     */
    public HttpFailure(Reason reason, HttpCall call, Throwable cause) {
        super(call + " failed: " + reason + " (" + names(cause) + ")");
        this.reason = reason;
    }

    private static String names(Throwable cause) {
        return Stream.iterate(cause, one -> one != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .map(one -> one.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /**
     * Creates the failure of a call that nothing underneath explains.
     *
     * @param reason what went wrong
     * @param call what was called, without secrets
     */
    public HttpFailure(Reason reason, HttpCall call) {
        super(call + " failed: " + reason);
        this.reason = reason;
    }

    /**
     * Tells what went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Tells whether the network may have done what was asked.
     *
     * @return false only if it certainly saw no request
     */
    public boolean isPossiblyApplied() {
        return reason.possiblyApplied;
    }
}
