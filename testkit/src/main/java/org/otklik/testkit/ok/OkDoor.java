package org.otklik.testkit.ok;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.wire.WireRequest;

/** Checks each call at the door of the fake, by rules written by hand: form, signature, token, parameters, pace. */
final class OkDoor {

    /** Which application calls; no real one. */
    static final String APPLICATION_KEY = "CTESTKEYLGDIHBABA";

    /** Its secret, known to the application and the network. */
    static final String APPLICATION_SECRET = "F00DF00DF00DF00DF00DF00D";

    private static final Set<String> COMMON = Set.of("application_key", "method", "format", "sig", "access_token");
    private static final Pattern FIELD = Pattern.compile("[a-z_]+\\.(\\*|[A-Z0-9_]+)");
    private static final int MOST_COUNT = 100;

    /** What is known of a token. */
    private static final class Token {
        final String user;
        final String sessionSecret;
        final Deque<Instant> calls = new ArrayDeque<>();
        boolean expired;
        int today;

        Token(String user, String sessionSecret) {
            this.user = user;
            this.sessionSecret = sessionSecret;
        }
    }

    private final InstantSource time;
    private final Map<String, Token> tokens = new HashMap<>();
    private int perSecond = Integer.MAX_VALUE;
    private int quota = Integer.MAX_VALUE;
    private int busiest;

    OkDoor(InstantSource time) {
        this.time = time;
    }

    void token(String token, String user, @Nullable String sessionSecret) {
        tokens.put(token, new Token(user, sessionSecret != null ? sessionSecret : md5(token + APPLICATION_SECRET)));
    }

    void expire(String token) {
        Token known = tokens.get(token);
        if (known == null) {
            throw new IllegalArgumentException("The fake gave out no such token.");
        }
        known.expired = true;
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    void limit(int callsPerSecond, int calls) {
        perSecond = callsPerSecond;
        quota = calls;
    }

    int busiestSecond() {
        return busiest;
    }

    /** A call that may enter; immutable. */
    record Call(String method, Map<String, String> parameters, String user) {

        String need(String name) {
            String value = parameters.get(name);
            if (value == null) {
                throw OkRefusal.missing(name);
            }
            return value;
        }

        String get(String name, String otherwise) {
            return parameters.getOrDefault(name, otherwise);
        }
    }

    Call admit(WireRequest request) {
        if (!request.method().equals("POST")
                || !request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw new OkRefusal(4, "REQUEST : A form must be posted");
        }
        if (!request.rawQuery().isEmpty()) {
            throw new OkRefusal(4, "REQUEST : Parameters belong into the form");
        }
        Map<String, String> form = request.form();
        application(form);
        OkMethods.Rule rule = method(form);
        Token token = token(form);
        signature(form, token);
        parameters(form, rule);
        pace(token);
        return new Call(form.getOrDefault("method", ""), Map.copyOf(form), token.user);
    }

    private static void application(Map<String, String> form) {
        if (!APPLICATION_KEY.equals(form.get("application_key"))) {
            throw new OkRefusal(101, "PARAM_API_KEY : Application not exist");
        }
    }

    private static OkMethods.Rule method(Map<String, String> form) {
        OkMethods.Rule rule = OkMethods.rule(form.getOrDefault("method", ""));
        if (!"json".equals(form.get("format"))) {
            throw new OkRefusal(100, "PARAM : format must be json");
        }
        return rule;
    }

    private Token token(Map<String, String> form) {
        Token token = tokens.get(form.getOrDefault("access_token", ""));
        if (token == null) {
            throw new OkRefusal(103, "PARAM_SESSION_KEY : Invalid session key");
        }
        if (token.expired) {
            throw new OkRefusal(102, "PARAM_SESSION_EXPIRED : Session expired");
        }
        return token;
    }

    private static void signature(Map<String, String> form, Token token) {
        StringBuilder signed = new StringBuilder();
        new TreeMap<>(form).forEach((name, value) -> {
            if (!name.equals("sig") && !name.equals("access_token")) {
                signed.append(name).append('=').append(value);
            }
        });
        if (!md5(signed + token.sessionSecret).equals(form.get("sig"))) {
            throw new OkRefusal(104, "PARAM_SIGNATURE : Invalid signature");
        }
    }

    private static void parameters(Map<String, String> form, OkMethods.Rule rule) {
        for (String required : rule.required()) {
            if (form.getOrDefault(required, "").isEmpty()) {
                throw OkRefusal.missing(required);
            }
        }
        for (String name : form.keySet()) {
            if (!COMMON.contains(name) && !rule.known().contains(name)) {
                throw new OkRefusal(100, "PARAM : Unknown parameter " + name);
            }
        }
        count(form.getOrDefault("count", "1"));
        fields(form);
    }

    private static void count(String count) {
        if (!count.matches("[0-9]{1,5}") || Integer.parseInt(count) < 1 || Integer.parseInt(count) > MOST_COUNT) {
            throw new OkRefusal(100, "PARAM : count is " + count);
        }
    }

    private static void fields(Map<String, String> form) {
        String fields = form.get("fields");
        if (fields == null || form.getOrDefault("method", "").endsWith(".getInfo")) {
            return;
        }
        for (String field : fields.split(",", -1)) {
            if (!FIELD.matcher(field).matches()) {
                throw new OkRefusal(100, "PARAM : Invalid field " + field);
            }
        }
    }

    private void pace(Token token) {
        Instant now = time.instant();
        while (!token.calls.isEmpty()
                && !token.calls.getFirst().plus(Duration.ofSeconds(1)).isAfter(now)) {
            token.calls.removeFirst();
        }
        token.calls.addLast(now);
        busiest = Math.max(busiest, token.calls.size());
        if (token.calls.size() > perSecond) {
            throw new OkRefusal(8, "FLOOD_BLOCKED : Flood blocked");
        }
        if (++token.today > quota) {
            throw new OkRefusal(11, "LIMIT_REACHED : Limit reached");
        }
    }

    static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5.", e);
        }
    }
}
