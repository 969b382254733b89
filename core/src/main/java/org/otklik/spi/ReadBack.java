package org.otklik.spi;

import java.time.Instant;
import java.util.Optional;

/** What a look for our own reply found; immutable. */
public sealed interface ReadBack {

    /**
     * The reply is there for everybody to see.
     *
     * @param nativeReplyId the network's id of it
     * @param at the network's own time of it
     */
    record Visible(String nativeReplyId, Optional<Instant> at) implements ReadBack {}

    /**
     * The reply is there, but the citizens do not see it.
     *
     * @param nativeReplyId the network's id of it
     */
    record Hidden(String nativeReplyId) implements ReadBack {}

    /** The reply is certainly not there. */
    record Absent() implements ReadBack {}

    /**
     * It could not be found out now.
     *
     * @param kind what the error means
     */
    record NotKnown(FailureKind kind) implements ReadBack {}
}
