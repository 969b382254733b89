package org.otklik.adapters.http;

import java.io.IOException;

/** Why a body is not read to its end. */
final class RefusedBody extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpFailure.Reason reason;

    RefusedBody(HttpFailure.Reason reason) {
        super("The body was refused: " + reason);
        this.reason = reason;
    }

    HttpFailure.Reason reason() {
        return reason;
    }
}
