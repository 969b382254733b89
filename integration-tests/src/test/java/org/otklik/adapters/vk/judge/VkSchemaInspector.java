package org.otklik.adapters.vk.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Objects to calls and answers that the published schema of VKontakte does not know; immutable. */
public final class VkSchemaInspector implements RequestInspector {

    private static final String METHOD = "/method/";
    private static final String LONG_POLL = "/longpoll/";
    private static final Set<String> LONG_POLL_NAMES = Set.of("act", "key", "ts", "wait", "version", "mode");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Schemas schemas;
    private final Function<String, Optional<String>> kinds;

    VkSchemaInspector(Schemas schemas, Function<String, Optional<String>> kinds) {
        this.schemas = schemas;
        this.kinds = kinds;
    }

    @Override
    public void request(WireRequest request) {
        if (request.path().startsWith(LONG_POLL)) {
            request.query().keySet().forEach(name -> {
                if (!LONG_POLL_NAMES.contains(name)) {
                    throw new AssertionError("Long poll takes no " + name + ".");
                }
            });
            return;
        }
        JsonNode method = method(request);
        Map<String, String> form = request.form();
        List<String> problems = new ArrayList<>(Parameters.problems(schemas, method, form));
        Optional.ofNullable(form.get("access_token"))
                .flatMap(kinds)
                .filter(kind -> Schemas.children(method.path("access_token_type"))
                        .noneMatch(one -> one.asText().equals(kind)))
                .ifPresent(kind -> problems.add("a " + kind + " token is not taken"));
        refuse(problems);
    }

    private JsonNode method(WireRequest request) {
        if (!request.path().startsWith(METHOD)) {
            throw new AssertionError("VKontakte has nothing at " + request.path() + ".");
        }
        String name = request.path().substring(METHOD.length());
        return schemas.method(name).orElseThrow(() -> new AssertionError("There is no method " + name + "."));
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("The API answers with status 200 whatever happens, not " + answer.status() + ".");
        }
        JsonNode body = read(answer.body());
        if (request.path().startsWith(LONG_POLL)) {
            body.path("updates").forEach(this::event);
        } else if (body.has("error")) {
            error(body.path("error"));
        } else {
            refuse(problems(method(request), request.form(), body));
        }
    }

    private List<String> problems(JsonNode method, Map<String, String> form, JsonNode body) {
        if (method.path("name").asText().equals("utils.resolveScreenName")
                && body.path("response").isEmpty()) {
            // The network answers an empty array where nothing has the name; the schema knows objects only.
            return List.of();
        }
        JsonNode responses = method.path("responses");
        boolean extended = "1".equals(form.get("extended")) && responses.has("extendedResponse");
        return Shape.problems(schemas, responses.path(extended ? "extendedResponse" : "response"), body);
    }

    private void error(JsonNode error) {
        List<String> problems = new ArrayList<>();
        if (!schemas.isError(error.path("error_code").asInt())) {
            problems.add("There is no error " + error.path("error_code") + ".");
        }
        if (!error.path("error_msg").isTextual()
                || !error.path("request_params").isArray()) {
            problems.add("An error lacks its words or the parameters of the request.");
        }
        refuse(problems);
    }

    /**
     * Judges a callback.
     *
     * @param body as it is posted
     */
    public void callback(byte[] body) {
        JsonNode event = read(body);
        event(event);
        if (!event.path("secret").isTextual()) {
            throw new AssertionError("A callback lacks its secret.");
        }
    }

    /**
     * Judges an event; only comments are compared whole, since recorded posts and deletions differ from the schema.
     */
    private void event(JsonNode event) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of("type", "event_id", "v")) {
            if (!event.path(name).isTextual()) {
                problems.add("An event lacks " + name + ".");
            }
        }
        if (!event.path("group_id").isIntegralNumber()) {
            problems.add("An event lacks its group.");
        }
        if (event.path("type").asText().matches("wall_reply_(new|edit|restore)")) {
            JsonNode comment = schemas.definition("objects.json#/definitions/wall_wall_comment");
            // The recorded name of the owner is unknown to the schema.
            Shape.problems(schemas, comment, event.path("object")).stream()
                    .filter(problem -> !problem.equals("$.post_owner_id is unknown"))
                    .forEach(problems::add);
        }
        refuse(problems);
    }

    private JsonNode read(byte[] body) {
        try {
            return mapper.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("An answer is no JSON.", e);
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("; ", problems));
        }
    }
}
