package org.otklik.spi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What came of one attempt to publish a reply; immutable. */
public sealed interface PublishOutcome {

    /**
     * The network took the reply.
     *
     * @param nativeReplyId the network's id of the reply
     * @param at the network's own time of it, if it told one
     */
    record Sent(String nativeReplyId, Optional<Instant> at) implements PublishOutcome {}

    /**
     * The network did not take the reply, and the same attempt will not succeed later.
     *
     * @param kind what the error means
     * @param detail the network's own code, for the diary
     * @param help where a person can help, such as the network's captcha
     */
    record Refused(FailureKind kind, String detail, Optional<URI> help) implements PublishOutcome {

        /** Checks the parts. */
        public Refused {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(help, "help");
        }

        /**
         * Creates a refusal with which no page helps.
         *
         * @param kind what the error means
         * @param detail the network's own code, for the diary
         */
        public Refused(FailureKind kind, String detail) {
            this(kind, detail, Optional.empty());
        }
    }

    /**
     * The network certainly did not take the reply, and it may be tried again.
     *
     * @param kind what the error means
     * @param after how long to wait at least
     */
    record Later(FailureKind kind, Duration after) implements PublishOutcome {

        /** Checks the wait. */
        public Later {
            Objects.requireNonNull(kind, "kind");
            if (after.isNegative()) {
                throw new IllegalArgumentException("The wait before a second attempt cannot be negative.");
            }
        }
    }

    /**
     * Nobody knows: a time-out, a dropped line, an answer that makes no sense.
     *
     * @param detail how the doubt came, a short code
     */
    record Unknown(String detail) implements PublishOutcome {}
}
