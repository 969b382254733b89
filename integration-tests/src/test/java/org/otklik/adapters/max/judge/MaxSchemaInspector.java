package org.otklik.adapters.max.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Objects to requests and answers that the published schema of MAX does not know; immutable. */
public final class MaxSchemaInspector implements RequestInspector {

    /** The network sends it though no schema declares it. */
    private static final String UNDECLARED = ".name is unknown";

    /** A pure forward comes without its body, which the schema requires. */
    private static final String BODILESS = ".body is null";

    private final ObjectMapper mapper = new ObjectMapper();
    private final MaxSchema api;

    MaxSchemaInspector(MaxSchema api) {
        this.api = api;
    }

    @Override
    public void request(WireRequest request) {
        JsonNode operation = operation(request);
        if (request.header("Authorization").orElse("").isBlank()) {
            throw new AssertionError(request + " has no token in its header.");
        }
        refuse(new Parameters(api, operation).problems(request));
        JsonNode body = operation.path("requestBody");
        if (request.body().length > 0 || body.path("required").asBoolean()) {
            body(request, body);
        }
    }

    private JsonNode operation(WireRequest request) {
        return api.operation(request.method().toLowerCase(Locale.ROOT), request.path())
                .orElseThrow(() -> new AssertionError("MAX has no " + request + "."));
    }

    private void body(WireRequest request, JsonNode body) {
        String type = request.header("content-type").orElse("").replaceFirst(";.*", "");
        JsonNode content = body.path("content").path(type);
        if (content.isMissingNode()) {
            throw new AssertionError(request + " takes no body of the type '" + type + "'.");
        }
        refuse(Shape.problems(api, content.path("schema"), read(request.body())));
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        JsonNode response = api.resolved(operation(request).path("responses").path(Integer.toString(answer.status())));
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (response.isMissingNode()) {
            if (answer.status() < 300) {
                throw new AssertionError(request + " is not answered with status " + answer.status() + ".");
            }
            // The pages list more refusals than the schema, all of one form.
            schema = api.schema("Error");
        }
        refuse(Shape.problems(api, schema, read(answer.body())).stream()
                .filter(problem -> !problem.endsWith(UNDECLARED) && !problem.endsWith(BODILESS))
                .toList());
    }

    /**
     * Judges what is delivered to a subscriber.
     *
     * @param body one update
     * @return what is wrong with it
     */
    List<String> delivered(byte[] body) {
        return Shape.problems(api, api.schema("Update"), read(body)).stream()
                .filter(problem -> !problem.endsWith(UNDECLARED) && !problem.endsWith(BODILESS))
                .toList();
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
