package org.otklik.testkit.vk;

/** Who a token speaks for. */
enum TokenKind {
    USER(15),
    GROUP(27),
    SERVICE(28);

    private final int refusal;

    TokenKind(int refusal) {
        this.refusal = refusal;
    }

    /** Returns the error of a method that does not take this kind. */
    int refusal() {
        return refusal;
    }
}
