package org.otklik.testkit.max;

/** A refusal in the network's words; the code is an open string. */
final class MaxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    MaxRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static MaxRefusal malformed(String message) {
        return new MaxRefusal(400, "proto.payload", message);
    }

    static MaxRefusal denied(String message) {
        return new MaxRefusal(403, "chat.denied", message);
    }

    static MaxRefusal missing(String message) {
        return new MaxRefusal(404, "not.found", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
