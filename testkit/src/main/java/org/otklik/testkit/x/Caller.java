package org.otklik.testkit.x;

/**
 * On whose behalf a request came.
 *
 * @param kind how it was proved
 * @param key names the caller for limits: the application or the user
 * @param userId the user, empty for an application
 */
record Caller(Kind kind, String key, String userId) {

    enum Kind {
        APPLICATION("OAuth 2.0 Application-Only"),
        OAUTH2("OAuth 2.0 User Context"),
        OAUTH1("OAuth 1.0a User Context");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Caller application() {
        return new Caller(Kind.APPLICATION, "app", "");
    }

    static Caller user(Kind kind, String userId) {
        return new Caller(kind, userId, userId);
    }

    boolean isUser() {
        return kind != Kind.APPLICATION;
    }
}
