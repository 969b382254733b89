package org.otklik.adapters.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.webhook.WebhookSignature.Check;

class WebhookSignatureTest {

    /** The example of the specification Standard Webhooks. */
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SENT = 1_614_265_330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static Check check(String key, String id, String timestamp, String signature, byte[] body, Instant now) {
        return WebhookSignature.verify(List.of(key), id, timestamp, signature, body, now);
    }

    private static Check checkAt(Duration later) {
        Instant now = Instant.ofEpochSecond(SENT).plus(later);
        return check(KEY, ID, Long.toString(SENT), SIGNATURE, BODY, now);
    }

    @Test
    void the_example_of_the_specification_is_signed_as_it_says() {
        assertEquals(SIGNATURE, WebhookSignature.sign(List.of(KEY), ID, SENT, BODY));
        assertEquals(Check.GENUINE, checkAt(Duration.ZERO));
    }

    @Test
    void a_message_is_fresh_for_five_minutes_on_either_side() {
        assertEquals(Check.GENUINE, checkAt(Duration.ofMinutes(5)));
        assertEquals(Check.GENUINE, checkAt(Duration.ofMinutes(-5)));
        assertEquals(Check.TOO_OLD, checkAt(Duration.ofSeconds(301)));
        assertEquals(Check.TOO_NEW, checkAt(Duration.ofSeconds(-301)));
    }

    @Test
    void another_body_id_time_key_or_scheme_is_forged() {
        Instant now = Instant.ofEpochSecond(SENT);
        String time = Long.toString(SENT);
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        String otherKey = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEw";

        assertEquals(Check.FORGED, check(KEY, ID, time, SIGNATURE, other, now));
        assertEquals(Check.FORGED, check(KEY, ID + "x", time, SIGNATURE, BODY, now));
        assertEquals(Check.FORGED, check(KEY, ID, Long.toString(SENT + 1), SIGNATURE, BODY, now));
        assertEquals(Check.FORGED, check(otherKey, ID, time, SIGNATURE, BODY, now));
        assertEquals(Check.FORGED, check(KEY, ID, time, SIGNATURE.replace("v1,", "v2,"), BODY, now));
        assertEquals(Check.FORGED, check(KEY, ID, time, SIGNATURE.substring(3), BODY, now));
    }

    @Test
    void one_of_several_signatures_and_keys_is_enough() {
        String otherKey = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEw";
        Instant now = Instant.ofEpochSecond(SENT);

        String both = WebhookSignature.sign(List.of(otherKey, KEY), ID, SENT, BODY);

        assertEquals(Check.GENUINE, check(KEY, ID, Long.toString(SENT), both, BODY, now));
        assertEquals(Check.GENUINE, check(otherKey, ID, Long.toString(SENT), both, BODY, now));
        assertEquals(
                Check.GENUINE,
                WebhookSignature.verify(List.of(otherKey, KEY), ID, Long.toString(SENT), SIGNATURE, BODY, now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1614265330.5", "999999999999"})
    void a_time_that_is_none_is_malformed(String timestamp) {
        assertEquals(Check.MALFORMED, check(KEY, ID, timestamp, SIGNATURE, BODY, Instant.ofEpochSecond(SENT)));
    }

    @Test
    void a_missing_header_is_malformed() {
        Instant now = Instant.ofEpochSecond(SENT);

        assertEquals(Check.MALFORMED, check(KEY, "", Long.toString(SENT), SIGNATURE, BODY, now));
        assertEquals(Check.MALFORMED, check(KEY, ID, Long.toString(SENT), "", BODY, now));
    }

    @Test
    void without_a_key_nothing_is_believed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WebhookSignature.verify(
                        List.of(), ID, Long.toString(SENT), SIGNATURE, BODY, Instant.ofEpochSecond(SENT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_***secret***"})
    void a_malformed_key_is_refused_and_not_shown(String key) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> WebhookSignature.sign(List.of(key), ID, SENT, BODY));

        assertFalse(String.valueOf(refused.getMessage()).contains("secret***"));
    }
}
