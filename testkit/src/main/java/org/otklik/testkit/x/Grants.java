package org.otklik.testkit.x;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tokens users granted to the application; thread-safe. */
final class Grants {

    static final Duration LASTING = Duration.ofHours(2);

    /** The tokens of one user. */
    private static final class Grant {

        private String access = "";
        private Instant accessEnds = Instant.MIN;
        private String refresh = "";
        private boolean oauth1 = true;
    }

    /**
     * What a refresh gave.
     *
     * @param access new access token
     * @param refresh new refresh token
     */
    record Pair(String access, String refresh) {}

    private final XStore store;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Instant> accessEnds = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private int issued;

    Grants(XStore store) {
        this.store = store;
    }

    synchronized String access(String userId) {
        return grant(userId).access;
    }

    synchronized String refresh(String userId) {
        return grant(userId).refresh;
    }

    private Grant grant(String userId) {
        store.known(userId);
        return grants.computeIfAbsent(userId, unknown -> issue(userId, new Grant()));
    }

    private Grant issue(String userId, Grant grant) {
        issued++;
        grant.access = "access-" + issued + "-of-" + userId;
        grant.refresh = "refresh-" + issued + "-of-" + userId;
        grant.accessEnds = store.now().plus(LASTING);
        accessEnds.put(grant.access, grant.accessEnds);
        owners.put(grant.access, userId);
        owners.put(grant.refresh, userId);
        return grant;
    }

    synchronized void expire(String token) {
        accessEnds.replace(token, Instant.MIN);
        if (token.startsWith("refresh-")) {
            owners.remove(token);
        }
    }

    /** Takes back everything that a user granted. */
    synchronized void revokeAll(String userId) {
        Grant grant = grant(userId);
        grant.oauth1 = false;
        owners.values().removeIf(userId::equals);
    }

    /** Lets a user grant everything anew. */
    synchronized void renew(String userId) {
        Grant grant = issue(userId, grant(userId));
        grant.oauth1 = true;
    }

    /** Whether a user is an account of the application. */
    synchronized boolean isOurs(String userId) {
        return grants.containsKey(userId);
    }

    synchronized boolean isOauth1Alive(String userId) {
        return grant(userId).oauth1;
    }

    synchronized Optional<String> owner(String accessToken) {
        Instant ends = accessEnds.get(accessToken);
        boolean valid = ends != null && store.now().isBefore(ends);
        return valid ? Optional.ofNullable(owners.get(accessToken)) : Optional.empty();
    }

    /** Gives new tokens for a refresh token; one that was used before betrays a thief, so that all tokens die. */
    synchronized Optional<Pair> refreshed(String refreshToken) {
        @Nullable String userId = owners.get(refreshToken);
        if (userId == null || !refreshToken.startsWith("refresh-")) {
            return Optional.empty();
        }
        if (!spent.add(refreshToken)) {
            owners.values().removeIf(userId::equals);
            return Optional.empty();
        }
        Grant grant = issue(userId, grant(userId));
        return Optional.of(new Pair(grant.access, grant.refresh));
    }

    synchronized void revoke(String token) {
        owners.remove(token);
    }
}
