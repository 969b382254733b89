package org.otklik.adapters.storm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;

/** Notes each call that goes out, with its token and the time of the test, and shortens its deadline; thread-safe. */
final class Wiretap implements HttpTransport {

    private static final Pattern TOKEN = Pattern.compile("(?:access_token=|appsecret_proof=|/bot)([^&/]+)");
    private static final Duration SHORT = Duration.ofMillis(300);

    private final HttpTransport line = JdkHttpTransport.of(HttpSettings.standard());
    private final InstantSource time;
    private final List<Call> calls = new ArrayList<>();
    private boolean hasty;

    /** One call; the token is what stands in the form or path, or its proof, or how the header begins. */
    record Call(Instant at, String token, String what) {}

    Wiretap(InstantSource time) {
        this.time = time;
    }

    /** From now on each call has little time. */
    Wiretap hasty() {
        hasty = true;
        return this;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        return line.send(noted(call));
    }

    @Override
    public MessageStream lines(HttpCall call) {
        return line.lines(noted(call));
    }

    @Override
    public MessageStream socket(HttpCall call) {
        return line.socket(noted(call));
    }

    private synchronized HttpCall noted(HttpCall call) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        Matcher form = TOKEN.matcher(call.address() + "&" + body);
        String header = call.headers().getOrDefault("Authorization", "nobody").replaceAll(" .*", "");
        String token = form.find() ? form.group(1) : header;
        calls.add(new Call(
                time.instant(), token, call.method() + " " + call.address().getPath()));
        notifyAll();
        return hasty ? call.within(new CallLimits(SHORT, call.limits().largestBody())) : call;
    }

    /** Waits until so many calls went out in all. */
    synchronized boolean await(int count, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (calls.size() < count && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return calls.size() >= count;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized void forget() {
        calls.clear();
    }

    List<Call> of(String token) {
        return calls().stream().filter(call -> call.token().equals(token)).toList();
    }

    /** The most calls with one token in any window. */
    int busiest(String token, Duration window) {
        List<Call> own = of(token);
        int busiest = 0;
        for (int from = 0, to = 0; to < own.size(); to++) {
            while (!own.get(from).at().plus(window).isAfter(own.get(to).at())) {
                from++;
            }
            busiest = Math.max(busiest, to - from + 1);
        }
        return busiest;
    }
}
