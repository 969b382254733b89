package org.otklik.testkit.vk;

/**
 * A token that was issued.
 *
 * @param text what a client sends
 * @param kind who it speaks for
 * @param holder id of the user or community, 0 for the application
 */
record Token(String text, TokenKind kind, long holder) {

    boolean is(TokenKind other) {
        return kind == other;
    }
}
