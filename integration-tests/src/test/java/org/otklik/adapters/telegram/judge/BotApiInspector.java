package org.otklik.adapters.telegram.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Objects to calls and answers that the description of the Bot API does not know; immutable. */
public final class BotApiInspector implements RequestInspector {

    private final ObjectMapper mapper = new ObjectMapper();
    private final BotApi api;

    BotApiInspector(BotApi api) {
        this.api = api;
    }

    @Override
    public void request(WireRequest request) {
        JsonNode method = method(request);
        if (!request.method().equals("POST")
                || !request.header("Content-Type").orElse("").startsWith("application/json")) {
            throw new AssertionError("Our adapter posts JSON.");
        }
        refuse(api.parameters(method, read(request.body())));
    }

    private JsonNode method(WireRequest request) {
        String[] path = request.path().split("/", -1);
        if (path.length != 3 || !path[1].matches("bot[0-9]+:[A-Za-z0-9_-]+")) {
            throw new AssertionError("The Bot API has nothing at an address of this form.");
        }
        return api.method(path[2]).orElseThrow(() -> new AssertionError("There is no method " + path[2] + "."));
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        JsonNode body = read(answer.body());
        List<String> problems = new ArrayList<>();
        if (!body.path("ok").isBoolean() || body.path("ok").asBoolean() != (answer.status() == 200)) {
            problems.add("ok and the status " + answer.status() + " differ");
        } else if (body.path("ok").asBoolean()) {
            problems.addAll(api.value(method(request).path("returns"), body.path("result"), "result"));
        } else {
            error(body, answer.status(), problems);
        }
        refuse(problems);
    }

    private void error(JsonNode body, int status, List<String> problems) {
        if (body.path("error_code").asInt() != status
                || !body.path("description").isTextual()) {
            problems.add("An error lacks its words, or its code is not the status.");
        }
        if (body.has("parameters")) {
            JsonNode type = JsonNodeFactory.instance.arrayNode().add("ResponseParameters");
            problems.addAll(api.value(type, body.path("parameters"), "parameters"));
        }
    }

    /**
     * Judges a delivery to a webhook.
     *
     * @param body as it is posted
     */
    public void delivery(String body) {
        JsonNode type = JsonNodeFactory.instance.arrayNode().add("Update");
        refuse(api.value(type, read(body.getBytes(StandardCharsets.UTF_8)), "update"));
    }

    private JsonNode read(byte[] body) {
        try {
            return mapper.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("A body is no JSON.", e);
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("; ", problems));
        }
    }
}
