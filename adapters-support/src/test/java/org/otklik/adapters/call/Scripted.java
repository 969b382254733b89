package org.otklik.adapters.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpTransport;

/** A way out that answers as told and remembers what was sent. */
final class Scripted implements HttpTransport {

    final List<HttpCall> sent = new ArrayList<>();
    private Function<HttpCall, HttpAnswer> script = call -> json(200, "{}");

    void answers(Function<HttpCall, HttpAnswer> how) {
        script = how;
    }

    void answers(HttpAnswer always) {
        script = call -> always;
    }

    static HttpAnswer json(int status, String body) {
        return HttpAnswer.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer json(int status, String header, String value) {
        return HttpAnswer.of(status, Map.of(header, List.of(value)), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        sent.add(call);
        return script.apply(call);
    }

    @Override
    public MessageStream lines(HttpCall call) {
        throw new AssertionError("No streams here.");
    }

    @Override
    public MessageStream socket(HttpCall call) {
        throw new AssertionError("No sockets here.");
    }
}
