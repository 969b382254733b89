package org.otklik.adapters.ok;

import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpTransport;

/** A way out that nobody may use. */
final class NoTransport implements HttpTransport {

    @Override
    public HttpAnswer send(HttpCall call) {
        throw new AssertionError("Nothing is to be sent: " + call);
    }

    @Override
    public MessageStream lines(HttpCall call) {
        throw new AssertionError("Nothing is to be opened: " + call);
    }

    @Override
    public MessageStream socket(HttpCall call) {
        throw new AssertionError("Nothing is to be opened: " + call);
    }
}
