package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.otklik.testkit.wire.WireAnswer;

/** The bodies of X's refusals. */
final class Problems {

    static final String NOT_ENGAGED = "Reply to this conversation is not allowed because you have not been mentioned or"
            + " otherwise engaged by the author of the post you are replying to.";
    static final String NOT_QUOTABLE = "Quoting this post is not allowed because you have not been mentioned or are not"
            + " part of the conversation thread.";
    static final String GONE = "You attempted to reply to a Tweet that is deleted or not visible to you.";
    static final String DUPLICATE = "You are not allowed to create a Tweet with duplicate content.";
    static final String TOO_LONG = "Your Tweet text is too long.";

    private static final String BLANK = "about:blank";
    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            402, "CreditsDepleted",
            403, "Forbidden",
            404, "Not Found",
            409, "Conflict",
            415, "Unsupported Media Type",
            429, "Too Many Requests",
            503, "Service Unavailable");
    private static final Map<String, String> TYPE_TITLES = Map.ofEntries(
            Map.entry("invalid-request", "Invalid Request"),
            Map.entry("resource-not-found", "Not Found Error"),
            Map.entry("not-authorized-for-resource", "Authorization Error"),
            Map.entry("client-forbidden", "Client Forbidden"),
            Map.entry("usage-capped", "UsageCapExceeded"),
            Map.entry("rate-limit-exceeded", "Rate limit exceeded"),
            Map.entry("streaming-connection", "ConnectionException"),
            Map.entry("rule-cap", "RulesCapExceeded"),
            Map.entry("invalid-rules", "Invalid Rule"),
            Map.entry("duplicate-rules", "DuplicateRule"),
            Map.entry("unsupported-authentication", "Unsupported Authentication"),
            Map.entry("oauth1-permissions", "Forbidden"),
            Map.entry("operational-disconnect", "operational-disconnect"),
            Map.entry("conflict", "Conflict"));

    private final Spelling spelling;

    Problems(Spelling spelling) {
        this.spelling = spelling;
    }

    /** A refusal without a type of its own. */
    static Refusal plain(int status, String detail) {
        return new Refusal(answer(status, body(BLANK, title(status), detail).put("status", status)));
    }

    private static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    /** A refusal of a documented type. */
    Refusal typed(int status, String type, String detail) {
        return new Refusal(answer(status, problem(status, type, detail)));
    }

    ObjectNode problem(int status, String type, String detail) {
        if (type.isEmpty() || type.equals(BLANK)) {
            return body(BLANK, title(status), detail).put("status", status);
        }
        ObjectNode body = body(spelling.problem(type), TYPE_TITLES.getOrDefault(type, title(status)), detail);
        switch (type) {
            case "client-forbidden" -> body.put("reason", "client-not-enrolled").put("client_id", "1");
            case "usage-capped" ->
                body.put("period", "Monthly").put("scope", "Product").put("account_id", "1");
            case "streaming-connection" -> body.put("connection_issue", "TooManyConnections");
            case "operational-disconnect" -> body.put("disconnect_type", "UpstreamOperationalDisconnect");
            default -> body.put("status", status);
        }
        return body;
    }

    /** A refusal because of a parameter. */
    Refusal invalid(String parameter, String value, String message) {
        String type = spelling.problem("invalid-request");
        if (spelling == Spelling.POST) {
            ObjectNode body = body(type, "Invalid Request", message);
            return new Refusal(answer(400, body.put("parameter", parameter).put("value", value)));
        }
        ObjectNode body = body(type, "Invalid Request", "One or more parameters to your request was invalid.");
        ObjectNode error = Json.object().put("message", message);
        error.putObject("parameters").putArray(parameter).add(value);
        body.putArray("errors").add(error);
        return new Refusal(answer(400, body));
    }

    /** A part of a batch that is not there. */
    ObjectNode missing(String kind, String parameter, String value) {
        return body(
                        spelling.problem("resource-not-found"),
                        "Not Found Error",
                        "Could not find " + kind + " with " + parameter + ": [" + value + "].")
                .put("resource_type", kind)
                .put("resource_id", value)
                .put("parameter", parameter)
                .put("value", value);
    }

    /** A part of a batch that is not for everybody. */
    ObjectNode unauthorized(String parameter, String value) {
        return body(
                        spelling.problem("not-authorized-for-resource"),
                        "Authorization Error",
                        "Sorry, you are not authorized to see the Tweet with " + parameter + ": [" + value + "].")
                .put("resource_type", "tweet")
                .put("resource_id", value)
                .put("parameter", parameter)
                .put("value", value)
                .put("section", "data");
    }

    private static ObjectNode body(String type, String title, String detail) {
        return Json.object().put("title", title).put("detail", detail).put("type", type);
    }

    static WireAnswer answer(int status, JsonNode body) {
        return WireAnswer.of(status, "application/problem+json", body.toString());
    }

    static WireAnswer cloudflare(int status) {
        return WireAnswer.of(
                        status,
                        "text/html; charset=UTF-8",
                        "<!DOCTYPE html><html><head><title>Just a"
                                + " moment...</title></head><body>Cloudflare</body></html>")
                .header("Server", "cloudflare");
    }
}
