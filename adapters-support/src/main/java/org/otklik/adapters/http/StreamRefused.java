package org.otklik.adapters.http;

import org.otklik.OtklikException;

/** Thrown when a network does not open a stream but answers at once. */
public final class StreamRefused extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final transient HttpAnswer answer;

    /**
     * Creates the refusal of a call.
     *
     * @param call what was called, without secrets
     * @param answer what the network said, bounded by the call's limits
     */
    public StreamRefused(HttpCall call, HttpAnswer answer) {
        super(call + " was answered with " + answer.status() + " instead of a stream");
        this.answer = answer;
    }

    /**
     * Gives what the network said.
     *
     * @return the answer
     */
    public HttpAnswer answer() {
        return answer;
    }
}
