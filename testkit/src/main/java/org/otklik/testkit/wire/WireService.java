package org.otklik.testkit.wire;

/** What a fake network does with a request; called by several threads. */
@FunctionalInterface
public interface WireService {

    /**
     * Answers a request.
     *
     * @param request as it arrived
     * @return the answer
     */
    WireAnswer answer(WireRequest request);
}
