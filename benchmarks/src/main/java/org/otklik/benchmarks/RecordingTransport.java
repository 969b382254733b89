package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpTransport;

/** Remembers which calls an adapter made, so that its peer makes the same. */
final class RecordingTransport implements HttpTransport {

    private final HttpTransport way;
    private final List<HttpCall> calls = new ArrayList<>();

    RecordingTransport(HttpTransport way) {
        this.way = way;
    }

    List<HttpCall> calls() {
        return calls;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        calls.add(call);
        return way.send(call);
    }

    @Override
    public MessageStream lines(HttpCall call) {
        return way.lines(call);
    }

    @Override
    public MessageStream socket(HttpCall call) {
        return way.socket(call);
    }
}
