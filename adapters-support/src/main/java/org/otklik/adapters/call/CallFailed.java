package org.otklik.adapters.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.otklik.OtklikException;
import org.otklik.spi.AdapterException;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;

/** Thrown when a call brought no result; turns into what each method of the SPI says of it. */
public final class CallFailed extends OtklikException {

    private static final long serialVersionUID = 1L;
    private static final Duration SHORT_REST = Duration.ofMinutes(1);

    private final transient ApiError error;
    private final boolean possiblyApplied;

    /**
     * Creates the failure of a call.
     *
     * @param what the call in words for the diary, such as the method's name; no secrets
     * @param error what it means
     * @param possiblyApplied whether the network may have done what was asked
     */
    public CallFailed(String what, ApiError error, boolean possiblyApplied) {
        this(what, error, possiblyApplied, null);
    }

    /**
     * Creates the failure of a call that another failure explains.
     *
     * @param what the call in words for the diary, such as the method's name; no secrets
     * @param error what it means
     * @param possiblyApplied whether the network may have done what was asked
     * @param cause the failure underneath, whose words hold no secrets either
     */
    public CallFailed(String what, ApiError error, boolean possiblyApplied, @Nullable OtklikException cause) {
        super(what + " failed: " + error.kind() + " " + error.code(), cause);
        this.error = error;
        this.possiblyApplied = possiblyApplied;
    }

    /**
     * Tells what went wrong.
     *
     * @return the error
     */
    public ApiError error() {
        return error;
    }

    /**
     * Tells whether the network may have done what was asked.
     *
     * @return false only if it certainly did not
     */
    public boolean isPossiblyApplied() {
        return possiblyApplied;
    }

    /**
     * Says it as polling does.
     *
     * @return to be thrown
     */
    public AdapterException toAdapterException() {
        AdapterException exception = AdapterException.of(error.kind(), String.valueOf(getMessage()), this)
                .code(error.code());
        AdapterException waiting = error.retryAfter().map(exception::retryAfter).orElse(exception);
        return error.help().map(waiting::help).orElse(waiting);
    }

    /**
     * Says it as publishing does: a doubt stays a doubt, what passes is tried later, all else is refused.
     *
     * @return the outcome
     */
    public PublishOutcome toOutcome() {
        if (possiblyApplied) {
            return new PublishOutcome.Unknown(error.code());
        }
        if (error.kind().isPassing()) {
            return new PublishOutcome.Later(error.kind(), error.retryAfter().orElse(SHORT_REST));
        }
        return new PublishOutcome.Refused(error.kind(), error.code(), error.help());
    }

    /**
     * Says it as reading back does.
     *
     * @return nothing is known
     */
    public ReadBack toReadBack() {
        return new ReadBack.NotKnown(error.kind());
    }
}
