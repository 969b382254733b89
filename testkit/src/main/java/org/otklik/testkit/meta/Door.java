package org.otklik.testkit.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.wire.WireRequest;

/** Checks each call at the door of the graph: method, version, where the token stands, whether it lives, its proof. */
final class Door {

    private static final Pattern VERSION = Pattern.compile("v(2[2-9]|[3-9][0-9])\\.0");
    private static final String BEARER = "Bearer ";
    private static final String TOKEN = "access_token";

    private final Scene scene;
    private final ObjectMapper mapper = new ObjectMapper();
    private volatile String address = "";

    Door(Scene scene) {
        this.scene = scene;
    }

    void at(String host) {
        address = host;
    }

    /** Gathers the parameters of query and body, and the token of the header among them. */
    Map<String, String> values(WireRequest request) {
        Map<String, String> values = new HashMap<>(request.query());
        if (values.containsKey(TOKEN) && !request.path().equals(Graph.REFRESH)) {
            values.remove(TOKEN);
            throw GraphError.token(0, "This graph takes no token in the address, where logs would keep it");
        }
        if (request.method().equals("POST")) {
            values.putAll(body(request));
        }
        request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .ifPresent(header -> values.put(TOKEN, header.substring(BEARER.length())));
        return values;
    }

    private Map<String, String> body(WireRequest request) {
        String type = request.header("Content-Type").orElse("");
        if (request.text().isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
            return request.form();
        }
        if (!type.startsWith("application/json")) {
            throw GraphError.parameter("A form or JSON must be posted, not " + type);
        }
        Map<String, String> values = new HashMap<>();
        json(request.text()).properties().forEach(field -> {
            JsonNode value = field.getValue();
            values.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
        });
        return values;
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw GraphError.parameter("The body is no JSON");
        }
    }

    Call admit(WireRequest request, Map<String, String> values) {
        String[] path = request.path().substring(1).split("/", -1);
        if (path.length > 3 || !VERSION.matcher(path[0]).matches()) {
            throw GraphError.unknownPath(request.path());
        }
        String id = path.length > 1 ? path[1] : "";
        String edge = path.length > 2 ? path[2] : "";
        Token token = scene.world().tokens.alive(values.get(TOKEN));
        prove(token, values.get("appsecret_proof"));
        Map<String, String> rest = new HashMap<>(values);
        rest.remove(TOKEN);
        String base = address + "/" + path[0] + "/";
        return new Call(request.method(), base, id, edge, new Params(rest), token);
    }

    private void prove(Token token, @Nullable String proof) {
        if (proof == null && scene.quirks().isProofNeeded(token)) {
            throw GraphError.parameter("API calls from the server require an appsecret_proof argument");
        }
        if (proof != null && !proof.equals(token.proof)) {
            throw GraphError.parameter("Invalid appsecret_proof provided in the API argument");
        }
    }
}
