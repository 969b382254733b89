package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.otklik.testkit.wire.WireAnswer;

/** How the fake says no: its code is the HTTP status as well. */
final class TgRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final long retryAfter;
    private final long migratedTo;

    private TgRefusal(int code, String description, long retryAfter, long migratedTo) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    TgRefusal(int code, String description) {
        this(code, description, 0, 0);
    }

    static TgRefusal badRequest(String why) {
        return new TgRefusal(400, "Bad Request: " + why);
    }

    static TgRefusal tooFast(long seconds) {
        return new TgRefusal(429, "Too Many Requests: retry after " + seconds, seconds, 0);
    }

    static TgRefusal migrated(long to) {
        return new TgRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, to);
    }

    WireAnswer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", false).put("error_code", code);
        body.put("description", getMessage());
        if (migratedTo != 0) {
            body.putObject("parameters").put("migrate_to_chat_id", migratedTo);
        }
        if (retryAfter != 0) {
            body.putObject("parameters").put("retry_after", retryAfter);
        }
        WireAnswer answer = WireAnswer.json(code, body);
        return retryAfter == 0 ? answer : answer.header("Retry-After", String.valueOf(retryAfter));
    }
}
