package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostChange;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/** What an adapter keeps that declares WEBHOOK: only genuine requests are believed, and nothing makes it throw. */
public abstract class WebhookContract extends NetworkContract {

    /** Creates the contract; JUnit does. */
    protected WebhookContract() {}

    /**
     * Gives a request as the network sends it, signed and fresh.
     *
     * @param text text of the post that it reports
     * @return the request
     */
    protected abstract WebhookRequest genuineRequest(String text);

    private WebhookDecision decode(WebhookRequest request) {
        return assertInstanceOf(WebhookDecoder.class, adapter()).decode(account(), request);
    }

    @Test
    final void a_genuine_request_brings_its_post() {
        WebhookDecision decision = decode(genuineRequest("Яма на улице Победы"));

        WebhookDecision.Genuine genuine = assertInstanceOf(WebhookDecision.Genuine.class, decision);
        PostChange.Present present =
                assertInstanceOf(PostChange.Present.class, genuine.changes().get(0));
        assertEquals("Яма на улице Победы", present.post().text());
        assertEquals(200, genuine.answer().status());
    }

    @Test
    final void a_request_that_was_changed_on_its_way_is_rejected() {
        WebhookRequest request = genuineRequest("Яма");
        byte[] body = request.body();
        body[body.length / 2] ^= 1;

        assertRejected(withBody(request, body));
    }

    @Test
    final void an_empty_body_is_rejected() {
        assertRejected(withBody(genuineRequest("Яма"), new byte[0]));
    }

    @Test
    final void a_cut_off_body_is_rejected() {
        WebhookRequest request = genuineRequest("Яма");

        assertRejected(withBody(request, Arrays.copyOf(request.body(), request.body().length / 2)));
    }

    private void assertRejected(WebhookRequest request) {
        WebhookDecision.Rejected rejected =
                assertInstanceOf(WebhookDecision.Rejected.class, decode(request), "A forged request is believed.");
        assertTrue(rejected.answer().status() >= 200);
    }

    private static WebhookRequest withBody(WebhookRequest request, byte[] body) {
        return WebhookRequest.of(request.method(), request.query(), request.headers(), body, Optional.empty());
    }
}
