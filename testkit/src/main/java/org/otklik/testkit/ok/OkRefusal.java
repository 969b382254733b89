package org.otklik.testkit.ok;

/** How the fake says no. */
final class OkRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    OkRefusal(int code, String message) {
        super(message);
        this.code = code;
    }

    static OkRefusal missing(String parameter) {
        return new OkRefusal(100, "PARAM : Missing required parameter " + parameter);
    }

    int code() {
        return code;
    }
}
