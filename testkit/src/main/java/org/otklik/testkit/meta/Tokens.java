package org.otklik.testkit.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tokens were granted to the application; guarded by its world. */
final class Tokens {

    static final int EXPIRED = 463;
    static final int APP_REMOVED = 458;

    private static final Duration LASTING = Duration.ofDays(60);
    private static final Duration YOUNGEST = Duration.ofHours(24);

    private final InstantSource time;
    private final Map<String, Token> all = new HashMap<>();
    private final Map<String, Token> newest = new HashMap<>();
    private int issued;

    Tokens(InstantSource time) {
        this.time = time;
    }

    /** Returns the newest token of an account, which is granted if there is none. */
    Token of(Account holder, Token.Login login) {
        Token known = newest.get(login + holder.id);
        return known == null ? issue(holder, login) : known;
    }

    Token issue(Account holder, Token.Login login) {
        Instant now = time.instant();
        boolean ends = login == Token.Login.INSTAGRAM;
        String value = (ends ? "IGAAtokenOfTheFake" : "EAAtokenOfTheFake") + ++issued + "of" + holder.id + "ZD";
        Token token = new Token(value, login, holder, now, ends ? now.plus(LASTING) : null);
        all.put(value, token);
        newest.put(login + holder.id, token);
        return token;
    }

    Token known(String value) {
        return find(value).orElseThrow(() -> new IllegalArgumentException("The fake gave out no such token."));
    }

    Optional<Token> find(String value) {
        return Optional.ofNullable(all.get(value));
    }

    /** Returns a token that is alive. */
    Token alive(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new GraphError(2500, 0, "An active access token must be used to query information about the object");
        }
        Token token = find(value).orElseThrow(() -> GraphError.token(0, "Invalid OAuth access token"));
        if (token.dead != 0) {
            throw GraphError.token(token.dead, "Error validating access token: the session is not valid any more");
        }
        if (token.ends != null && !time.instant().isBefore(token.ends)) {
            throw GraphError.token(EXPIRED, "Error validating access token: Session has expired");
        }
        return token;
    }

    /** Renews a token of Instagram Login that is at least a day old; the old one lives on. */
    String refreshed(@Nullable String value) {
        Token old = alive(value);
        if (old.login != Token.Login.INSTAGRAM) {
            throw GraphError.parameter("Only a token of Instagram Login is refreshed here");
        }
        if (time.instant().isBefore(old.issued.plus(YOUNGEST))) {
            throw GraphError.parameter("The token is younger than 24 hours");
        }
        Token fresh = issue(old.holder, old.login);
        fresh.denied.addAll(old.denied);
        return "{\"access_token\":\"" + fresh.value + "\",\"token_type\":\"bearer\",\"expires_in\":"
                + LASTING.toSeconds() + "}";
    }
}
