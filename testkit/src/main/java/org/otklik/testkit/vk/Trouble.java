package org.otklik.testkit.vk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.Fault;

/** What goes wrong with the next calls; thread-safe. */
final class Trouble {

    private static final Set<String> READING =
            Set.of("wall.get", "wall.getById", "wall.getComments", "wall.getComment", "wall.search", "newsfeed.search");
    private static final Set<Fault> OF_READING = Set.of(
            Fault.POLL_FAILS, Fault.POLL_RATE_LIMIT, Fault.POLL_TWICE, Fault.POLL_OUT_OF_ORDER, Fault.LOOKUP_FAILS);

    private final Deque<Fault> reading = new ArrayDeque<>();
    private final Deque<Fault> writing = new ArrayDeque<>();
    private final Map<String, Deque<Integer>> once = new HashMap<>();
    private final Map<String, Integer> always = new HashMap<>();
    private final Map<String, String> captchas = new HashMap<>();

    synchronized void next(Fault fault) {
        if (fault == Fault.DUPLICATE_TEXT) {
            throw new IllegalArgumentException("VKontakte has no answer that a text was seen before.");
        }
        (OF_READING.contains(fault) ? reading : writing).add(fault);
    }

    synchronized void fail(String method, int code) {
        once.computeIfAbsent(method, fresh -> new ArrayDeque<>()).add(code);
    }

    synchronized void failAlways(String method, int code) {
        always.put(method, code);
    }

    synchronized void heal() {
        reading.clear();
        writing.clear();
        once.clear();
        always.clear();
        captchas.clear();
    }

    /** Demands a captcha of a method until a call brings the token that is returned. */
    synchronized String captcha(String method) {
        String solution = "solved-" + method + "-" + captchas.size();
        captchas.put(method, solution);
        return solution;
    }

    synchronized void check(Call call) {
        Integer lasting = always.get(call.method());
        Integer now = lasting != null
                ? lasting
                : once.getOrDefault(call.method(), new ArrayDeque<>()).poll();
        if (now != null) {
            throw VkError.of(now);
        }
        String solution = captchas.get(call.method());
        if (solution != null && !call.text("success_token").equals(Optional.of(solution))) {
            throw VkError.of(14);
        }
        captchas.remove(call.method());
    }

    synchronized Optional<Fault> at(String method) {
        if (method.equals("wall.createComment")) {
            return Optional.ofNullable(writing.poll());
        }
        return READING.contains(method) ? Optional.ofNullable(reading.poll()) : Optional.empty();
    }
}
