package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;

/** A way to a network that leaves things out of its lists although they are still there; for one thread. */
final class Forgetful implements HttpTransport {

    private final HttpTransport way = JdkHttpTransport.of(HttpSettings.standard());
    private final ObjectMapper mapper = new ObjectMapper();
    private final Set<String> forgotten = new HashSet<>();

    /** From now on no list shows this. */
    void forget(String id) {
        forgotten.add(id);
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        HttpAnswer answer = way.send(call);
        try {
            JsonNode body = mapper.readTree(answer.body());
            if (body.path("data") instanceof ArrayNode list) {
                list.removeIf(node -> forgotten.contains(node.path("id").asText()));
            }
            return HttpAnswer.of(answer.status(), Map.of(), mapper.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
