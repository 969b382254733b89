package org.otklik.adapters.twitter.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.x.Spelling;

/** Objects to requests and answers that X's published descriptions do not know; thread-safe. */
public final class XOpenApiInspector implements RequestInspector {

    /** Described in the documentation only. */
    private static final Set<String> NOT_DESCRIBED = Set.of("/2/oauth2/token", "/2/oauth2/revoke");

    /** What is answered to a new post, though only the documentation of edits shows it. */
    private static final Set<String> KNOWN_GAPS =
            Set.of("$.data.edit_history_tweet_ids is unknown", "$.data.edit_history_post_ids is unknown");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Spelling, OpenApi> descriptions;
    private final Supplier<Spelling> spelling;

    XOpenApiInspector(Map<Spelling, OpenApi> descriptions, Supplier<Spelling> spelling) {
        this.descriptions = Map.copyOf(descriptions);
        this.spelling = spelling;
    }

    private OpenApi api() {
        OpenApi api = descriptions.get(spelling.get());
        if (api == null) {
            throw new IllegalStateException("There is no description of the spelling " + spelling.get() + ".");
        }
        return api;
    }

    @Override
    public void request(WireRequest request) {
        if (NOT_DESCRIBED.contains(request.path())) {
            return;
        }
        JsonNode operation = operation(request);
        refuse(new Parameters(api(), operation).problems(request));
        JsonNode body = operation.path("requestBody");
        if (request.body().length > 0 || body.path("required").asBoolean()) {
            body(request, body);
        }
    }

    private JsonNode operation(WireRequest request) {
        String method = request.method().toLowerCase(Locale.ROOT);
        return api().template(method, request.path())
                .map(template -> api().operation(template, method))
                .orElseThrow(() -> new AssertionError("X has no " + request + "."));
    }

    private void body(WireRequest request, JsonNode body) {
        String type = request.header("content-type").orElse("").replaceFirst(";.*", "");
        JsonNode content = body.path("content").path(type);
        if (content.isMissingNode()) {
            throw new AssertionError(request + " takes no body of the type '" + type + "'.");
        }
        refuse(Shape.problems(api(), content.path("schema"), read(request.body())));
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        boolean json = answer.headers().getOrDefault("Content-Type", "").contains("json");
        if (NOT_DESCRIBED.contains(request.path()) || answer.stream().isPresent() || answer.status() == 0 || !json) {
            return;
        }
        JsonNode responses = operation(request).path("responses");
        JsonNode response = responses.path(Integer.toString(answer.status()));
        if (response.isMissingNode() && answer.status() < 300) {
            throw new AssertionError(request + " is not answered with status " + answer.status() + ".");
        }
        JsonNode content = (response.isMissingNode() ? responses.path("default") : response).path("content");
        String type = answer.headers().get("Content-Type").replaceFirst(";.*", "");
        refuse(Shape.problemsOfAnswer(api(), content.path(type).path("schema"), read(answer.body())).stream()
                .filter(problem -> !KNOWN_GAPS.contains(problem))
                .toList());
    }

    /**
     * Judges a line of the filtered stream.
     *
     * @param line with a post
     */
    public void streamed(String line) {
        JsonNode schema =
                api().operation("/2/tweets/search/stream", "get").at("/responses/200/content/application~1json/schema");
        refuse(Shape.problemsOfAnswer(api(), schema, read(line.getBytes(StandardCharsets.UTF_8))));
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
