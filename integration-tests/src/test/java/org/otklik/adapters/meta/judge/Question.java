package org.otklik.adapters.meta.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.testkit.wire.WireRequest;

/**
 * A request as the descriptions see it; immutable.
 *
 * @param method of HTTP
 * @param node the type of the node
 * @param edge of the node, empty for the node itself
 * @param several whether nodes are asked for by {@code ids}
 * @param parameters of query and body
 */
record Question(String method, Spec node, String edge, boolean several, Map<String, String> parameters) {

    private static final String VERSION = "/v[0-9]{2}\\.0/?";

    /** Returns the request with each type that its node may have: one, unless the fake does not know the id. */
    static List<Question> of(WireRequest request, Specs specs, Function<String, Optional<String>> kinds) {
        Map<String, String> parameters = parameters(request);
        String token = parameters.getOrDefault("access_token", "");
        boolean instagramOnly = token.startsWith("IG");
        String path = request.path().replaceFirst(VERSION, "");
        if (path.equals("ig_hashtag_search") || path.equals("/refresh_access_token")) {
            String edge = path.replaceFirst("/", "");
            return List.of(new Question(request.method(), specs.named("Root"), edge, false, parameters));
        }
        if (path.startsWith("/")) {
            throw new AssertionError("The graph has nothing at " + request.path() + ".");
        }
        String[] parts = path.split("/", -1);
        boolean several = path.isEmpty();
        String id = several ? parameters.getOrDefault("ids", "").split(",", -1)[0] : parts[0];
        String edge = parts.length > 1 ? path.substring(parts[0].length() + 1) : "";
        return kinds
                .apply(id.equals("me") ? token : id)
                .map(kind -> List.of(specs.of(kind, instagramOnly)))
                .orElseGet(() -> specs.nodes(instagramOnly))
                .stream()
                .map(node -> new Question(request.method(), node, edge, several, parameters))
                .toList();
    }

    private static Map<String, String> parameters(WireRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>(request.query());
        if (request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            parameters.putAll(request.form());
        }
        request.header("authorization")
                .ifPresent(header -> parameters.put("access_token", header.replaceFirst("Bearer ", "")));
        return parameters;
    }

    Optional<Spec.Call> call() {
        return node.call(method, edge);
    }

    /** Whether a list comes back. */
    boolean isList() {
        return method.equals("GET") && !edge.isEmpty() && !edge.equals("refresh_access_token");
    }

    /** Returns the type of what is read. */
    Optional<Spec> read(Specs specs) {
        return edge.isEmpty() ? Optional.of(node) : call().flatMap(call -> specs.behind(node, call.returns()));
    }

    Optional<Asked> asked() {
        return Optional.ofNullable(parameters.get("fields")).map(Asked::of);
    }

    /** Returns what an edge takes, with what the descriptions leave out. */
    static Map<String, String> taken(Spec node, String edge, Spec.Call call, boolean reading) {
        Map<String, String> taken = new HashMap<>(call.parameters());
        if (reading && !edge.isEmpty()) {
            taken.putAll(Gaps.PAGING);
            if (node.name().equals("Page") && Gaps.PAGED_BY_TIME.contains(edge)) {
                taken.putAll(Gaps.TIMES);
            }
            if (edge.equals("comments")
                    && (node.name().equals("PagePost") || node.name().equals("Comment"))) {
                taken.putAll(Gaps.SUMMARY);
            }
        }
        return taken;
    }
}
