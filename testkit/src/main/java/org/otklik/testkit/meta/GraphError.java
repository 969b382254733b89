package org.otklik.testkit.meta;

import java.util.Set;
import org.otklik.testkit.wire.WireAnswer;

/** How the graph says no. */
final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Too many calls, of the application, a user, a page or a business use case. */
    private static final Set<Integer> THROTTLES = Set.of(4, 17, 32, 613, 80_001, 80_002);

    private final int code;
    private final int subcode;

    GraphError(int code, int subcode, String message) {
        super(message, null, false, false);
        this.code = code;
        this.subcode = subcode;
    }

    static GraphError scripted(int code, int subcode) {
        return new GraphError(code, subcode, "(#" + code + ") The test wants this");
    }

    static GraphError parameter(String message) {
        return new GraphError(100, 0, "(#100) " + message);
    }

    static GraphError gone(String id) {
        return new GraphError(
                100,
                33,
                "Unsupported request. Object with ID '" + id + "' does not exist, cannot be loaded due to missing "
                        + "permissions, or does not support this operation");
    }

    static GraphError noField(String name, String node) {
        return parameter("Tried accessing nonexisting field (" + name + ") on node type (" + node + ")");
    }

    static GraphError unknownPath(String path) {
        return new GraphError(2500, 0, "Unknown path components: " + path);
    }

    static GraphError token(int subcode, String message) {
        return new GraphError(190, subcode, message);
    }

    static GraphError denied(int code, String message) {
        return new GraphError(code, 0, "(#" + code + ") " + message);
    }

    boolean isThrottle() {
        return THROTTLES.contains(code);
    }

    WireAnswer answer(String type) {
        StringBuilder body = new StringBuilder("{\"error\":{\"message\":");
        Json.text(body, String.valueOf(getMessage()));
        body.append(",\"type\":\"").append(type).append("\",\"code\":").append(code);
        if (subcode != 0) {
            body.append(",\"error_subcode\":").append(subcode);
        }
        if (isPassing()) {
            body.append(",\"is_transient\":true");
        }
        body.append(",\"fbtrace_id\":\"AfakeTraceOfTheFake0\"}}");
        return WireAnswer.of(isPassing() ? 500 : 400, Json.TYPE, body.toString());
    }

    private boolean isPassing() {
        return code == 1 || code == 2;
    }
}
