package org.otklik.testkit.vk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** The methods under {@code /method/}: who may call them, how often, and what they say; thread-safe. */
final class Api {

    static final String PATH = "/method/";

    private final Site site;
    private final Tokens tokens;
    private final Gatekeeper gate;
    private final Trouble trouble;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    Api(Site site, Tokens tokens, Gatekeeper gate, Trouble trouble) {
        this.site = site;
        this.tokens = tokens;
        this.gate = gate;
        this.trouble = trouble;
    }

    Api with(Map<String, Method> more) {
        methods.putAll(more);
        return this;
    }

    long callsOf(String method) {
        return calls.getOrDefault(method, new AtomicLong()).get();
    }

    WireAnswer answer(WireRequest request) {
        checkForm(request);
        String name = request.path().substring(PATH.length());
        calls.computeIfAbsent(name, fresh -> new AtomicLong()).incrementAndGet();
        Optional<Fault> fault = trouble.at(name);
        if (fault.equals(Optional.of(Fault.TIMEOUT_BEFORE_APPLYING))) {
            return WireAnswer.cut();
        }
        String body;
        try {
            body = "{\"response\":" + answer(name, request.form(), fault) + "}";
        } catch (VkError e) {
            body = "{\"error\":" + error(e, name, request.form()) + "}";
        }
        return fault.equals(Optional.of(Fault.TIMEOUT_AFTER_APPLYING))
                ? WireAnswer.cut()
                : WireAnswer.of(200, "application/json; charset=utf-8", body);
    }

    private static void checkForm(WireRequest request) {
        if (request.query().containsKey("access_token")) {
            throw new IllegalArgumentException("A token stands in an address.");
        }
        boolean form = request.header("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (!request.method().equals("POST") || !form) {
            throw new IllegalArgumentException("Methods are called with POST and a form.");
        }
    }

    private String answer(String name, Map<String, String> form, Optional<Fault> fault) {
        if (!form.containsKey("v")) {
            throw VkError.of(8);
        }
        Method method = methods.get(name);
        if (method == null) {
            throw VkError.of(3);
        }
        Call call = new Call(name, form, tokens.require(form.get("access_token")), fault);
        method.check(call);
        gate.second(call.token());
        suffer(fault);
        trouble.check(call);
        method.checkParameters(call);
        gate.day(name, call.token());
        synchronized (site) {
            return method.work().apply(call);
        }
    }

    private static void suffer(Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return;
        }
        switch (fault.get()) {
            case RATE_LIMIT, POLL_RATE_LIMIT -> throw VkError.of(6);
            case TOKEN_DEAD -> throw VkError.of(5);
            case POLL_FAILS, LOOKUP_FAILS -> throw VkError.of(10);
            default -> {
                // The method itself does the rest.
            }
        }
    }

    /** Writes an error with all that was sent, the token too: who logs it has a leak to find. */
    private static String error(VkError error, String method, Map<String, String> form) {
        Map<String, String> sent = new HashMap<>(form);
        sent.put("method", method);
        sent.put("oauth", "1");
        List<String> params = sent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new JsonText()
                        .put("key", entry.getKey())
                        .put("value", entry.getValue())
                        .end())
                .toList();
        JsonText json = new JsonText().put("error_code", error.code()).put("error_msg", error.words());
        if (error.code() == 14) {
            json.put("redirect_uri", "https://id.vk.com/not_robot_captcha?domain=vk.com&session_token=EXAMPLE")
                    .put("remixstlid", 9_069_780_796_616_521_905L);
        }
        return json.array("request_params", params).end();
    }
}
