package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.twitter.judge.XJudged;
import org.otklik.id.PublicationId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.x.XFake;

class XRenewalTest {

    private static final String TOKEN = "/2/oauth2/token";
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");

    private final SettableClock clock = SettableClock.startingAt(XHost.MORNING);
    private final XFake x = XJudged.open(clock);
    private final String official = x.user("krai_official");
    private final XSafe safe = XSafe.of(x, official);
    private final InMemoryContext desk = InMemoryContext.of(clock, safe);
    private final String post = x.post(x.user("zhitel"), "Яма @krai_official");

    @AfterEach
    void close() {
        x.close();
        XJudged.assertNoViolations(x);
    }

    private XAdapter node() {
        XSettings settings = XSettings.builder(XNetworkUnderTest.ACCOUNT)
                .official(XOfficial.oauth2(XNetworkUnderTest.ACCOUNT, official, "krai_official", x.clientId()))
                .baseUrl(x.address())
                .limits(new CallLimits(Duration.ofSeconds(2), 1 << 20))
                .backoff(new Backoff(Duration.ZERO, Duration.ZERO))
                .build();
        XAdapter node = XAdapter.of(settings);
        node.attach(desk);
        return node;
    }

    private PublishOutcome publish(XAdapter node, String text) {
        return node.publish(XHost.target(post), text, KEY);
    }

    private void assertReauthorise(PublishOutcome outcome) {
        assertEquals(new PublishOutcome.Refused(FailureKind.TOKEN_INVALID, "reauthorise"), outcome);
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_reply_goes() {
        String old = safe.get(XTokens.REFRESH);
        XAdapter node = node();
        clock.advance(Duration.ofHours(3));

        assertInstanceOf(PublishOutcome.Sent.class, publish(node, "Первый ответ"));
        assertInstanceOf(PublishOutcome.Sent.class, publish(node, "Второй ответ"));

        assertEquals(1, x.meter().calls("POST", TOKEN));
        assertNotEquals(old, safe.get(XTokens.REFRESH));
        assertEquals(x.accessToken(official), safe.get(XTokens.ACCESS));
        assertEquals(x.refreshToken(official), safe.get(XTokens.REFRESH));
    }

    @Test
    void a_token_that_is_known_to_end_is_renewed_before_x_refuses_it() {
        XAdapter node = node();
        clock.advance(Duration.ofHours(3));
        publish(node, "Первый ответ");
        int writes = x.meter().calls("POST", "/2/tweets");
        clock.advance(Duration.ofHours(2));

        assertInstanceOf(PublishOutcome.Sent.class, publish(node, "Второй ответ"));

        assertEquals(writes + 1, x.meter().calls("POST", "/2/tweets"));
        assertEquals(2, x.meter().calls("POST", TOKEN));
    }

    @Test
    void a_node_uses_what_another_node_renewed() {
        XAdapter one = node();
        XAdapter other = node();
        clock.advance(Duration.ofHours(3));
        publish(one, "Первый ответ");

        assertInstanceOf(PublishOutcome.Sent.class, publish(other, "Второй ответ"));

        assertEquals(1, x.meter().calls("POST", TOKEN));
    }

    @Test
    void while_one_node_renews_the_other_waits_instead_of_using_the_token_twice() {
        clock.advance(Duration.ofHours(3));
        XAdapter one = node();
        XAdapter other = node();
        x.answerNext(TOKEN, WireAnswer.of(502, "text/html", "<html>"));
        assertInstanceOf(PublishOutcome.Later.class, publish(one, "Ответ"));

        assertInstanceOf(PublishOutcome.Later.class, publish(other, "Ответ"));
        assertEquals(1, x.meter().calls("POST", TOKEN));
        clock.advance(Duration.ofMinutes(2));

        assertInstanceOf(PublishOutcome.Sent.class, publish(other, "Ответ"));
    }

    @Test
    void a_crash_before_the_new_tokens_are_kept_asks_for_a_person_and_does_not_loop() {
        clock.advance(Duration.ofHours(3));
        safe.breakAt(XTokens.REFRESH);
        assertThrows(IllegalStateException.class, () -> publish(node(), "Ответ"));
        safe.heal();
        clock.advance(Duration.ofMinutes(2));

        XAdapter next = node();
        assertReauthorise(publish(next, "Ответ"));
        int calls = x.meter().calls("POST", TOKEN);
        assertReauthorise(publish(next, "Ответ"));
        assertReauthorise(publish(node(), "Ответ"));

        assertEquals(calls, x.meter().calls("POST", TOKEN));
        assertEquals(List.of(), x.repliesTo(post));
    }

    @Test
    void a_crash_between_the_two_tokens_loses_nothing() {
        clock.advance(Duration.ofHours(3));
        safe.breakAt(XTokens.ACCESS);
        assertThrows(IllegalStateException.class, () -> publish(node(), "Ответ"));
        safe.heal();

        assertInstanceOf(PublishOutcome.Sent.class, publish(node(), "Ответ"));
        assertEquals(List.of("Ответ"), x.repliesTo(post));
    }

    @Test
    void after_a_person_logged_in_again_it_goes_on_without_restart() {
        XAdapter node = node();
        x.revoke(official);
        assertReauthorise(publish(node, "Ответ"));
        x.renew(official);
        safe.put(XTokens.ACCESS, x.accessToken(official));
        safe.put(XTokens.REFRESH, x.refreshToken(official));

        assertInstanceOf(PublishOutcome.Sent.class, publish(node, "Ответ"));
    }

    @Test
    void too_many_renewals_cost_no_token() {
        clock.advance(Duration.ofHours(3));
        XAdapter node = node();
        x.answerNext(TOKEN, WireAnswer.of(429, "application/json", "{\"title\":\"Too Many Requests\"}"));

        assertInstanceOf(PublishOutcome.Later.class, publish(node, "Ответ"));
        assertInstanceOf(PublishOutcome.Sent.class, publish(node, "Ответ"));
    }

    @Test
    void no_token_stands_in_what_is_remembered_or_said() {
        clock.advance(Duration.ofHours(3));
        XAdapter node = node();
        x.server().misbehave(Misbehaviour.CUT_AFTER);
        String said = publish(node, "Ответ") + " " + publish(node, "Ответ");
        String kept = desk.state(XNetworkUnderTest.ACCOUNT).read("x-oauth2-refresh") + " "
                + desk.state(XNetworkUnderTest.ACCOUNT).read("x-oauth2-expiry");

        for (String secret : List.of(safe.get(XTokens.ACCESS), safe.get(XTokens.REFRESH), x.clientSecret())) {
            assertFalse((said + kept).contains(secret));
        }
    }
}
