package org.otklik.testkit.x;

import java.util.Objects;

/**
 * OAuth 1.0a credentials of a user; immutable.
 *
 * @param consumerKey of the application
 * @param consumerSecret of the application
 * @param token of the user
 * @param tokenSecret of the user
 */
public record XAccount(String consumerKey, String consumerSecret, String token, String tokenSecret) {

    /** Checks that nothing is missing. */
    public XAccount {
        Objects.requireNonNull(consumerKey, "consumerKey");
        Objects.requireNonNull(consumerSecret, "consumerSecret");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(tokenSecret, "tokenSecret");
    }

    @Override
    public String toString() {
        return "OAuth 1.0a credentials";
    }
}
