package org.otklik.testkit.max;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.testkit.wire.WireRequest;

/** Checks each call at the door of the fake, by rules written by hand: token, address, parameters, pace. */
final class MaxDoor {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);
    private static final int CALLS_A_SECOND = 30;
    private static final int POLLS_A_SECOND = 2;
    private static final String CHAT = "(-?[0-9]{1,19})";
    private static final String MID = "((?:mid\\.)?[a-zA-Z0-9_-]+)";

    /** A method with its address and the parameters that it knows; immutable. */
    private record Rule(String method, Pattern path, Set<String> parameters) {

        static Rule of(String method, String path, String... parameters) {
            return new Rule(method, Pattern.compile(path), Set.of(parameters));
        }

        String route() {
            return method + " "
                    + path.pattern()
                            .replace(CHAT, "{chat}")
                            .replaceFirst(Pattern.quote(MID), "{mid}")
                            .replace(MID, "{id}");
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("GET", "/me"),
            Rule.of("GET", "/chats/" + CHAT),
            Rule.of("GET", "/chats/" + CHAT + "/members/me"),
            Rule.of("GET", "/subscriptions"),
            Rule.of("POST", "/subscriptions"),
            Rule.of("DELETE", "/subscriptions", "url"),
            Rule.of("GET", "/updates", "limit", "timeout", "marker", "types"),
            Rule.of("GET", "/messages", "chat_id", "message_ids", "before", "after", "count"),
            Rule.of("POST", "/messages", "chat_id", "user_id"),
            Rule.of("GET", "/messages/" + MID),
            Rule.of("GET", "/messages/" + MID + "/comments", "before", "after", "count", "comment_ids"),
            Rule.of("POST", "/messages/" + MID + "/comments"),
            Rule.of("GET", "/messages/" + MID + "/comments/" + MID));

    private final MaxWorld world;
    private boolean limited = true;

    MaxDoor(MaxWorld world) {
        this.world = world;
    }

    void unlimited() {
        limited = false;
    }

    MaxCall admit(WireRequest request) {
        MaxBot bot = bot(request);
        for (Rule rule : RULES) {
            Matcher path = rule.path().matcher(request.path());
            if (rule.method().equals(request.method()) && path.matches()) {
                MaxCall call = MaxCall.of(bot, rule.route(), ids(path), request);
                parameters(call, rule);
                content(request);
                pace(bot, rule.path().pattern().equals("/updates"));
                return call;
            }
        }
        throw MaxRefusal.missing("No such method");
    }

    private static List<String> ids(Matcher path) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= path.groupCount(); i++) {
            ids.add(path.group(i));
        }
        return ids;
    }

    /** The token stands in the header alone and bare. */
    private MaxBot bot(WireRequest request) {
        if (request.query().containsKey("access_token")) {
            throw new MaxRefusal(401, "verify.token", "access_token in the query is no longer supported");
        }
        Long bot = world.tokens.get(request.header("Authorization").orElse(""));
        if (bot == null) {
            throw new MaxRefusal(401, "verify.token", "Invalid access_token");
        }
        return world.bot(bot);
    }

    private static void parameters(MaxCall call, Rule rule) {
        for (String name : call.query().keySet()) {
            if (!rule.parameters().contains(name)) {
                throw MaxRefusal.malformed("The parameter " + name + " is unknown or deprecated");
            }
        }
    }

    private static void content(WireRequest request) {
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        if (request.body().length > 0 && !json) {
            throw MaxRefusal.malformed("The content must be application/json");
        }
        if (request.body().length > 0 && request.method().equals("GET")) {
            throw MaxRefusal.malformed("A question has no body");
        }
    }

    private void pace(MaxBot bot, boolean poll) {
        Instant now = world.time.instant();
        boolean fast = isMore(bot.calls, now, CALLS_A_SECOND);
        if (poll) {
            boolean close = !bot.polls.isEmpty()
                    && bot.polls.getLast().plus(BETWEEN_POLLS).isAfter(now);
            fast |= isMore(bot.polls, now, POLLS_A_SECOND) || close;
        }
        if (limited && fast) {
            throw new MaxRefusal(429, "too.many.requests", "Too many requests");
        }
    }

    private static boolean isMore(Deque<Instant> calls, Instant now, int most) {
        while (!calls.isEmpty() && !calls.getFirst().plus(SECOND).isAfter(now)) {
            calls.removeFirst();
        }
        calls.addLast(now);
        return calls.size() > most;
    }
}
