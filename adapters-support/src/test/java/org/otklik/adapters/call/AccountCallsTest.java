package org.otklik.adapters.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.post.AccountId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.SecretProvider;
import org.otklik.testkit.SettableClock;

class AccountCallsTest {

    private static final String CANARY = "canary7";
    private static final AccountId ACCOUNT = AccountId.of("vk", "region");
    private static final URI ADDRESS = URI.create("https://api.example/method/wall.get");
    private static final Instant START = Instant.parse("2026-04-24T10:00:00Z");

    private final SettableClock clock = SettableClock.startingAt(START);
    private final Scripted network = new Scripted();
    private final Safe safe = new Safe();
    private final AccountCalls calls = calls(3, clock);

    /** A safe with one secret that can be changed. */
    private static final class Safe implements SecretProvider {

        private String token = CANARY;

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.of(token);
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            token = value;
        }
    }

    private AccountCalls calls(int budget, SettableClock time) {
        AccountGate gate =
                new AccountGate(new TokenBucket(budget, Duration.ofSeconds(1), time), Backoff.STANDARD, new Random(1));
        return new AccountCalls(ACCOUNT, "access-token", safe, network, gate, AccountCallsTest::table, time);
    }

    /** The error table of a network that says what is wrong in a field. */
    private static Optional<ApiError> table(HttpAnswer answer, JsonNode body) {
        return body.hasNonNull("wrong")
                ? Optional.of(ApiError.of(FailureKind.valueOf(body.get("wrong").textValue()), "told"))
                : Optional.empty();
    }

    private static HttpCall request(String token) {
        return HttpCall.form(ADDRESS, Map.of("access_token", token));
    }

    private CallFailed failure() {
        return assertThrows(CallFailed.class, () -> calls.call("wall.get", AccountCallsTest::request));
    }

    private void says(FailureKind kind) {
        network.answers(Scripted.json(200, "{\"wrong\":\"" + kind + "\"}"));
    }

    @Test
    void a_call_goes_with_the_token_of_the_safe_and_brings_json() {
        network.answers(Scripted.json(200, "{\"a\":1}"));
        safe.token = " fresh\n";

        assertEquals(
                1, calls.call("wall.get", AccountCallsTest::request).get("a").intValue());

        assertEquals("access_token=fresh", new String(network.sent.get(0).body(), StandardCharsets.US_ASCII));
    }

    @Test
    void without_a_token_nothing_is_sent() {
        safe.token = " ";

        assertEquals("no-access-token", failure().error().code());
        assertEquals(FailureKind.TOKEN_INVALID, failure().error().kind());
        assertFalse(failure().isPossiblyApplied());
        assertTrue(network.sent.isEmpty());
    }

    @Test
    void a_refused_token_stops_the_account_until_there_is_another_one() {
        says(FailureKind.TOKEN_INVALID);
        failure();
        network.answers(Scripted.json(200, "{}"));
        clock.advance(Duration.ofDays(3));

        assertEquals("same-token", failure().error().code());
        assertEquals(1, network.sent.size());

        safe.token = "renewed";
        calls.call("wall.get", AccountCallsTest::request);
        assertEquals(2, network.sent.size());
    }

    @Test
    void the_wait_that_a_header_names_is_heeded_and_quoted() {
        network.answers(Scripted.json(429, "Retry-After", "90"));

        assertEquals(Optional.of(Duration.ofSeconds(90)), failure().error().retryAfter());
        network.answers(Scripted.json(200, "{}"));
        clock.advance(Duration.ofSeconds(30));
        CallFailed resting = failure();

        assertEquals(FailureKind.RATE_LIMIT, resting.error().kind());
        assertEquals(Optional.of(Duration.ofSeconds(60)), resting.error().retryAfter());
        assertEquals(1, network.sent.size());
        clock.advance(Duration.ofSeconds(60));
        calls.call("wall.get", AccountCallsTest::request);
    }

    @Test
    void a_spent_budget_is_not_blamed_on_an_old_error() {
        says(FailureKind.TRANSIENT);
        failure();
        clock.advance(Duration.ofMinutes(10));
        AccountGate gate = calls.gate();
        for (int i = 0; i < 3; i++) {
            assertTrue(gate.pass(CANARY).isEmpty());
        }

        ApiError spent = gate.pass(CANARY).orElseThrow();

        assertEquals("own-budget", spent.code());
        assertEquals(FailureKind.RATE_LIMIT, spent.kind());
        assertEquals(Optional.of(Duration.ofSeconds(1)), spent.retryAfter());
    }

    @Test
    void a_network_that_wants_a_person_is_left_alone_for_longer_than_one_that_stumbles() {
        says(FailureKind.TRANSIENT);
        failure();
        Duration stumbled = failure().error().retryAfter().orElseThrow();
        clock.advance(Duration.ofHours(1));
        network.answers(Scripted.json(200, "{}"));
        calls.call("wall.get", AccountCallsTest::request);
        says(FailureKind.HUMAN_NEEDED);
        failure();

        CallFailed resting = failure();

        assertEquals(FailureKind.HUMAN_NEEDED, resting.error().kind());
        assertTrue(stumbled.compareTo(Duration.ofSeconds(1)) <= 0);
        assertTrue(resting.error().retryAfter().orElseThrow().compareTo(Duration.ofSeconds(16)) >= 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"PERMISSION", "TARGET_GONE", "DUPLICATE", "CONTENT_REJECTED"})
    void what_concerns_one_post_does_not_rest_the_account(FailureKind kind) {
        says(kind);

        failure();

        assertEquals(2, calls.gate().available());
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html>, TRANSIENT, no-json-200, true",
        "502, <html>, TRANSIENT, no-json-502, true",
        "200, '', TRANSIENT, no-json-200, true",
        "503, {}, TRANSIENT, http-503, true",
        "401, {}, TOKEN_INVALID, http-401, false",
        "404, {}, CONFIGURATION, http-404, false",
        "302, {}, CONFIGURATION, http-302, false",
        "429, {}, RATE_LIMIT, http-429, false"
    })
    void no_answer_is_taken_for_a_result_that_is_none(
            int status, String body, FailureKind kind, String code, boolean doubtful) {
        network.answers(Scripted.json(status, body));

        CallFailed failure = failure();

        assertEquals(kind, failure.error().kind());
        assertEquals(code, failure.error().code());
        assertEquals(doubtful, failure.isPossiblyApplied());
    }

    @Test
    void an_answer_without_content_by_its_status_is_a_result() {
        network.answers(Scripted.json(204, ""));

        assertTrue(calls.call("wall.delete", AccountCallsTest::request).isMissingNode());
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, TRANSIENT, true",
        "BROKEN, TRANSIENT, true",
        "NOT_CONNECTED, TRANSIENT, false",
        "TLS, CONFIGURATION, false",
        "PROXY, CONFIGURATION, false"
    })
    void a_line_that_fails_leaves_a_doubt_only_if_the_request_may_have_arrived(
            HttpFailure.Reason reason, FailureKind kind, boolean doubtful) {
        network.answers(call -> {
            throw new HttpFailure(reason, call);
        });

        CallFailed failure = failure();

        assertEquals(kind, failure.error().kind());
        assertEquals(doubtful, failure.isPossiblyApplied());
        assertEquals(doubtful, failure.toOutcome() instanceof PublishOutcome.Unknown);
    }

    @Test
    void an_interrupted_call_is_not_held_against_the_network() {
        network.answers(call -> {
            throw new HttpFailure(HttpFailure.Reason.INTERRUPTED, call);
        });

        failure();

        assertEquals(2, calls.gate().available());
    }

    @Test
    void a_token_stands_in_no_word_of_any_failure() {
        List<Function<String, HttpCall>> requests = List.of(
                token -> HttpCall.get(URI.create("https://api.example/" + token + "/x?t=" + token)),
                token -> HttpCall.get(URI.create("https://api.example/ " + token)),
                token -> HttpCall.get(URI.create("nowhere:" + token)),
                token -> HttpCall.get(ADDRESS).header("Authorization", token + "\n"),
                token -> HttpCall.json(ADDRESS, token.getBytes(StandardCharsets.UTF_8)));
        List<Function<HttpCall, HttpAnswer>> answers = List.of(
                call -> Scripted.json(500, "{\"error\":\"" + CANARY + "\"}"),
                call -> Scripted.json(200, CANARY),
                call -> {
                    throw new HttpFailure(HttpFailure.Reason.BROKEN, call, new IllegalStateException(CANARY));
                });

        for (Function<String, HttpCall> request : requests) {
            for (Function<HttpCall, HttpAnswer> answer : answers) {
                network.answers(answer);
                clock.advance(Duration.ofHours(1));

                CallFailed failure = assertThrows(CallFailed.class, () -> calls.call("wall.get", request));

                assertFalse(everyWord(failure).contains(CANARY), () -> everyWord(failure));
                assertFalse(everyWord(failure.toAdapterException()).contains(CANARY));
                assertFalse(failure.toOutcome().toString().contains(CANARY));
                assertFalse(failure.toReadBack().toString().contains(CANARY));
            }
        }
    }

    private static String everyWord(Throwable failure) {
        StringWriter words = new StringWriter();
        failure.printStackTrace(new PrintWriter(words));
        return words.toString();
    }

    @Test
    void an_outcome_is_refused_later_or_unknown() {
        says(FailureKind.PERMISSION);
        assertInstanceOf(PublishOutcome.Refused.class, failure().toOutcome());
        says(FailureKind.RATE_LIMIT);
        assertInstanceOf(PublishOutcome.Later.class, failure().toOutcome());
    }

    @Property(tries = 30)
    void ten_minutes_of_429_never_exceed_the_budget_and_mostly_rest(
            @ForAll @IntRange(min = 1, max = 5) int budget,
            @ForAll @IntRange(min = 1, max = 60) int retryAfter,
            @ForAll @IntRange(min = 60, max = 700) int step) {
        SettableClock own = SettableClock.startingAt(START);
        Scripted storm = new Scripted();
        List<Long> sent = new ArrayList<>();
        Instant end = START.plusSeconds(600);
        storm.answers(call -> {
            sent.add(Duration.between(START, own.instant()).toMillis());
            return own.instant().isBefore(end)
                    ? Scripted.json(429, "Retry-After", String.valueOf(retryAfter))
                    : Scripted.json(200, "{}");
        });
        AccountGate gate =
                new AccountGate(new TokenBucket(budget, Duration.ofSeconds(1), own), Backoff.STANDARD, new Random(1));
        AccountCalls stormed =
                new AccountCalls(ACCOUNT, "access-token", safe, storm, gate, AccountCallsTest::table, own);
        boolean isThrough = false;

        Instant rested = end.plus(Backoff.STANDARD.longest()).plusSeconds(1);
        while (own.instant().isBefore(rested)) {
            isThrough |= isThrough(stormed);
            own.advance(Duration.ofMillis(step));
        }

        assertTrue(isThrough);
        for (int i = budget; i < sent.size(); i++) {
            assertTrue(sent.get(i) - sent.get(i - budget) >= 1000, sent::toString);
        }
        assertTrue(sent.stream().filter(at -> at < 600_000).count() <= 600 / retryAfter + 1, sent::toString);
    }

    private static boolean isThrough(AccountCalls stormed) {
        try {
            stormed.call("wall.get", AccountCallsTest::request);
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }
}
