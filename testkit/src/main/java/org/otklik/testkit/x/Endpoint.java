package org.otklik.testkit.x;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.testkit.wire.WireRequest;

/** What can be asked of X, who may ask, and how often in a quarter of an hour. */
enum Endpoint {
    SEARCH("GET", "/2/tweets/search/recent", 450, 300, true, true),
    STREAM("GET", "/2/tweets/search/stream", 50, 0, true, false),
    RULES("GET", "/2/tweets/search/stream/rules", 450, 0, true, false),
    CHANGE_RULES("POST", "/2/tweets/search/stream/rules", 100, 0, true, false),
    LOOKUP("GET", "/2/tweets", 3500, 5000, true, true),
    LOOKUP_ONE("GET", "/2/tweets/([0-9]{1,19})", 450, 900, true, true),
    CREATE("POST", "/2/tweets", 0, 100, false, true),
    DELETE("DELETE", "/2/tweets/([0-9]{1,19})", 0, 50, false, true),
    HIDE("PUT", "/2/tweets/([0-9]{1,19})/hidden", 0, 50, false, true),
    ME("GET", "/2/users/me", 0, 75, false, true),
    BY_USERNAME("GET", "/2/users/by/username/([A-Za-z0-9_]{1,15})", 300, 900, true, true),
    MENTIONS("GET", "/2/users/([0-9]{1,19})/mentions", 450, 300, true, true),
    TIMELINE("GET", "/2/users/([0-9]{1,19})/tweets", 10_000, 900, true, true),
    SUBSCRIBE("POST", "/2/activity/subscriptions", 500, 500, true, true),
    SUBSCRIPTIONS("GET", "/2/activity/subscriptions", 500, 500, true, true),
    UNSUBSCRIBE("DELETE", "/2/activity/subscriptions/([0-9]{1,19})", 500, 0, true, false),
    DISCONNECT("DELETE", "/2/connections/all", 25, 0, true, false),
    TOKEN("POST", "/2/oauth2/token", 0, 0, false, false),
    REVOKE("POST", "/2/oauth2/revoke", 0, 0, false, false);

    final String method;
    final Pattern path;
    final int applicationLimit;
    final int userLimit;
    private final boolean forApplication;
    private final boolean forUser;

    Endpoint(String method, String path, int applicationLimit, int userLimit, boolean forApplication, boolean forUser) {
        this.method = method;
        this.path = Pattern.compile(path);
        this.applicationLimit = applicationLimit;
        this.userLimit = userLimit;
        this.forApplication = forApplication;
        this.forUser = forUser;
    }

    static Optional<Endpoint> of(WireRequest request) {
        return find(request.method(), request.path());
    }

    static Endpoint of(String method, String path) {
        return find(method, path)
                .orElseThrow(() -> new IllegalArgumentException("The fake has no " + method + " " + path + "."));
    }

    private static Optional<Endpoint> find(String method, String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.method.equals(method) && endpoint.path.matcher(path).matches()) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    String name(WireRequest request) {
        var matcher = path.matcher(request.path());
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }

    /** Whether it needs a token of the ordinary kind. */
    boolean isGuarded() {
        return forApplication || forUser;
    }

    Set<Caller.Kind> kinds() {
        Set<Caller.Kind> kinds = EnumSet.noneOf(Caller.Kind.class);
        if (forApplication) {
            kinds.add(Caller.Kind.APPLICATION);
        }
        if (forUser) {
            kinds.add(Caller.Kind.OAUTH2);
            kinds.add(Caller.Kind.OAUTH1);
        }
        return kinds;
    }

    int limit(Caller caller) {
        return caller.isUser() ? userLimit : applicationLimit;
    }
}
