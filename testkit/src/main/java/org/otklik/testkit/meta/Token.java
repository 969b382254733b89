package org.otklik.testkit.meta;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token and for whom it acts; guarded by its world. */
final class Token {

    /** How a token was granted. */
    enum Login {
        /** A page token, made from a long-lived token of a user: it does not end. */
        PAGE,
        /** A token of a Facebook user who manages the page that is linked to an account of Instagram. */
        FACEBOOK,
        /** A token of Instagram Login, which lasts sixty days. */
        INSTAGRAM
    }

    final String value;
    final Login login;
    final Account holder;
    final Instant issued;
    /** What the application proves that it knows its secret with. */
    final String proof;

    final Set<String> denied = new HashSet<>();

    @Nullable
    Instant ends;
    /** Why the token is dead; 0 while it is alive. */
    int dead;

    Token(String value, Login login, Account holder, Instant issued, @Nullable Instant ends) {
        this.value = value;
        this.login = login;
        this.holder = holder;
        this.issued = issued;
        this.ends = ends;
        this.proof = Hmac.sha256(MetaFake.APP_SECRET, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it may act for an account. */
    boolean reaches(Account account) {
        return holder == account || holder.instagram == account;
    }

    boolean reaches(Node node) {
        return reaches(node.ground) || (node.mentions != null && reaches(node.mentions));
    }

    /** Refuses a call for which a permission was not granted. */
    void need(String permission, int code) {
        if (denied.contains(permission)) {
            throw GraphError.denied(code, "Requires " + permission + " permission to manage the object");
        }
    }

    /** Returns the name of the permission to read on Instagram, which depends on the login. */
    String instagram(String what) {
        return (login == Login.INSTAGRAM ? "instagram_business_" : "instagram_") + what;
    }

    String errorType() {
        return login == Login.INSTAGRAM ? "IGApiException" : "OAuthException";
    }
}
