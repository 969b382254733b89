package org.otklik.testkit.wire;

/**
 * Judges what passes between an adapter and a fake, so that both cannot share one misunderstanding; called by several
 * threads. What it throws is kept as a violation, and the request is answered with status 418.
 */
public interface RequestInspector {

    /**
     * Judges a request before the fake sees it.
     *
     * @param request as it arrived
     */
    void request(WireRequest request);

    /**
     * Judges an answer before it is sent; not called for misbehaviour.
     *
     * @param request what was asked
     * @param answer what the fake wants to say
     */
    void answer(WireRequest request, WireAnswer answer);

    /**
     * Returns an inspector that lets everything pass.
     *
     * @return the inspector
     */
    static RequestInspector none() {
        return new RequestInspector() {
            @Override
            public void request(WireRequest request) {
                // Nothing is judged.
            }

            @Override
            public void answer(WireRequest request, WireAnswer answer) {
                // Nothing is judged.
            }
        };
    }
}
