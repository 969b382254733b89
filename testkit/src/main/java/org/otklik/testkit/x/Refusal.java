package org.otklik.testkit.x;

import org.otklik.testkit.wire.WireAnswer;

/** Why a request is not fulfilled, as X words it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WireAnswer answer;

    Refusal(WireAnswer answer) {
        super("HTTP status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    WireAnswer answer() {
        return answer;
    }
}
