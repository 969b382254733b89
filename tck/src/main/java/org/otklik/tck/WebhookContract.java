package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/**
 * What an adapter keeps that declares WEBHOOK: only genuine requests are believed, and nothing makes it throw. The
 * network's bodies are JSON objects. A case that a network cannot have is reported as not applying, by what the network
 * declares in {@link #signatureHeader()}, {@link #wantsSecret()} and {@link #challenge()}.
 */
public abstract class WebhookContract extends NetworkContract {

    private static final String TEXT = "Яма на улице Победы";
    private static final Duration QUICK = Duration.ofSeconds(20);

    /** Creates the contract; JUnit does. */
    protected WebhookContract() {}

    /**
     * Gives a request as the network sends it, proved and fresh.
     *
     * @param text text of the post that it reports
     * @return the request; for the same text the same
     */
    protected abstract WebhookRequest genuineRequest(String text);

    /**
     * Sends other bytes with all that the network adds to a body to prove it: signature, headers, its own address.
     *
     * @param body raw bytes, often not what the network would send
     * @return the request
     */
    protected abstract WebhookRequest proven(byte[] body);

    /**
     * Gives a request of somebody who does not know the secret, or is not where the network is.
     *
     * @param text text of the post that it reports
     * @return the request, well-formed in all else
     */
    protected abstract WebhookRequest withWrongSecret(String text);

    /**
     * Names the header that holds a signature over the raw body.
     *
     * @return empty if the network signs nothing, and a secret or the sender's address proves the request
     */
    protected Optional<String> signatureHeader() {
        return Optional.empty();
    }

    /**
     * Tells whether a secret of {@link NetworkUnderTest#secrets()} is needed to believe a request.
     *
     * @return false only if the sender's address alone proves it
     */
    protected boolean wantsSecret() {
        return true;
    }

    /**
     * Gives the request by which the network asks whether the address is ours.
     *
     * @return empty if the network does not ask
     */
    protected Optional<Challenge> challenge() {
        return Optional.empty();
    }

    /**
     * A question of the network whether the address is ours; immutable.
     *
     * @param request what it asks
     * @param answer what the body of the right answer contains
     */
    public record Challenge(WebhookRequest request, String answer) {}

    /**
     * Names the account whose address the network calls.
     *
     * @return the account of the first source, unless the network has another for webhooks
     */
    protected AccountId webhookAccount() {
        return account();
    }

    private WebhookDecision decode(WebhookRequest request) {
        WebhookDecoder decoder = assertInstanceOf(WebhookDecoder.class, adapter());
        return assertTimeoutPreemptively(QUICK, () -> decoder.decode(webhookAccount(), request));
    }

    private void assertRejected(WebhookRequest request) {
        WebhookDecision.Rejected rejected = assertInstanceOf(
                WebhookDecision.Rejected.class, decode(request), "A request is believed that must not be.");
        assertTrue(rejected.answer().status() >= 200);
        assertFalse(rejected.reason().isBlank());
        assertFalse(rejected.answer().body().contains(TEXT), "The answer repeats what a stranger said.");
    }

    private void assertBrings(String text, WebhookRequest request) {
        WebhookDecision.Genuine genuine = assertInstanceOf(WebhookDecision.Genuine.class, decode(request));
        PostChange.Present present =
                assertInstanceOf(PostChange.Present.class, genuine.changes().get(0));
        assertEquals(text, present.post().text());
        assertEquals(200, genuine.answer().status());
    }

    @Test
    final void a_genuine_request_brings_its_post() {
        assertBrings(TEXT, genuineRequest(TEXT));
        assertBrings(TEXT, proven(genuineRequest(TEXT).body()));
    }

    @Test
    final void a_replayed_request_brings_the_same_again_and_nothing_else() {
        WebhookDecision first = decode(genuineRequest(TEXT));

        WebhookDecision again = decode(genuineRequest(TEXT));

        assertEquals(ids(first), ids(again));
        assertEquals(1, ids(first).size());
    }

    private static List<String> ids(WebhookDecision decision) {
        return assertInstanceOf(WebhookDecision.Genuine.class, decision).changes().stream()
                .map(change -> change.id().toString())
                .toList();
    }

    @Test
    final void a_request_with_a_wrong_secret_is_rejected() {
        assertRejected(withWrongSecret(TEXT));
    }

    @Test
    final void without_a_configured_secret_nothing_is_believed() {
        assumeTrue(wantsSecret(), "Does not apply: the network knows no secret, says wantsSecret().");
        WebhookRequest genuine = genuineRequest(TEXT);

        for (SecretProvider missing : List.of(SecretProvider.none(), Everywhere.of(""), Everywhere.of("  "))) {
            restartWith(missing);

            assertRejected(genuine);
            assertRejected(withWrongSecret(TEXT));
        }
    }

    /** The same secret for everything, such as an empty one. */
    private record Everywhere(String value) implements SecretProvider {

        static SecretProvider of(String value) {
            return new Everywhere(value);
        }

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.of(value);
        }

        @Override
        public void rotate(AccountId account, String name, String next) {
            throw new UnsupportedOperationException("A webhook rotates nothing.");
        }
    }

    @Test
    final void a_request_that_was_changed_on_its_way_is_rejected() {
        signature();
        WebhookRequest request = genuineRequest(TEXT);

        for (int at = 0; at < request.body().length; at++) {
            assertRejected(Requests.withBody(request, flipped(request.body(), at)));
        }
    }

    @Test
    final void no_changed_byte_makes_it_throw() {
        byte[] body = genuineRequest(TEXT).body();

        for (int at = 0; at < body.length; at++) {
            decode(proven(flipped(body, at)));
            decode(proven(Arrays.copyOf(body, at)));
        }
    }

    private static byte[] flipped(byte[] body, int at) {
        byte[] changed = body.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** Signatures are made over raw bytes; where nothing is signed, both spellings mean the same. */
    @Test
    final void other_bytes_of_the_same_meaning_are_not_what_was_signed() {
        WebhookRequest request = genuineRequest(TEXT);
        byte[] respelled = Requests.respelled(request.body());
        assertFalse(Arrays.equals(respelled, request.body()), "The body has no letters to spell otherwise.");

        if (signatureHeader().isPresent()) {
            assertRejected(Requests.withBody(request, respelled));
        }
        assertBrings(TEXT, proven(respelled));
    }

    /** The value of the genuine signature; only for networks that sign. */
    private String signature() {
        assumeTrue(signatureHeader().isPresent(), "Does not apply: the network signs nothing, says signatureHeader().");
        return genuineRequest(TEXT)
                .header(signatureHeader().orElseThrow())
                .orElseThrow(() -> new AssertionError("A genuine request has no " + signatureHeader()));
    }

    private void assertRejectedWithSignatures(String... values) {
        assertRejected(
                Requests.withHeader(genuineRequest(TEXT), signatureHeader().orElseThrow(), values));
    }

    @Test
    final void a_request_without_its_signature_is_rejected() {
        signature();

        assertRejectedWithSignatures();
        assertRejectedWithSignatures("");
    }

    @Test
    final void a_signature_that_stands_twice_is_rejected() {
        String signature = signature();

        assertRejectedWithSignatures(signature, signature);
        assertRejectedWithSignatures("sha256=0", signature);
    }

    @Test
    final void a_signature_of_another_algorithm_is_rejected() {
        String signature = signature();
        int prefix = signature.indexOf('=') + 1;
        assumeTrue(
                prefix > 0 && prefix < signature.length() - 1,
                "Does not apply: the network's signature names no algorithm.");
        String bare = signature.substring(prefix);

        assertRejectedWithSignatures("sha1=" + bare);
        assertRejectedWithSignatures("none=" + bare);
        assertRejectedWithSignatures(bare);
    }

    @Test
    final void a_signature_in_capital_letters_is_not_what_the_network_writes() {
        String signature = signature();
        String capital = signature.toUpperCase(Locale.ROOT);
        assumeTrue(!capital.equals(signature), "Does not apply: the network writes signatures without small letters.");

        assertRejectedWithSignatures(capital);
        int prefix = signature.indexOf('=') + 1;
        assertRejectedWithSignatures(signature.substring(0, prefix) + capital.substring(prefix));
    }

    @Test
    final void an_empty_body_is_rejected() {
        assertRejected(proven(new byte[0]));
        assertRejected(Requests.withBody(genuineRequest(TEXT), new byte[0]));
    }

    @Test
    final void a_cut_off_body_is_rejected() {
        WebhookRequest request = genuineRequest(TEXT);
        byte[] half = Arrays.copyOf(request.body(), request.body().length / 2);

        assertRejected(Requests.withBody(request, half));
        assertRejected(proven(half));
    }

    @Test
    final void a_body_of_ten_megabytes_is_rejected() {
        byte[] genuine = genuineRequest(TEXT).body();
        byte[] padded = Arrays.copyOf(genuine, 10_000_000);
        Arrays.fill(padded, genuine.length, padded.length, (byte) ' ');

        assertRejected(proven(padded));
    }

    @Test
    final void a_gzip_bomb_is_never_unpacked() {
        byte[] bomb = Requests.gzipBomb(genuineRequest(TEXT).body());

        assertRejected(Requests.withHeader(proven(bomb), "Content-Encoding", "gzip"));
        assertRejected(proven(bomb));
    }

    @Test
    final void what_is_no_json_is_rejected() {
        for (String body : List.of("Яма", "<html>" + TEXT + "</html>", "null", "[]", "true", "{", "payload=%7B%7D")) {
            assertRejected(proven(body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    final void a_json_bomb_is_rejected() {
        byte[] genuine = genuineRequest(TEXT).body();

        assertRejected(proven("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        assertRejected(proven("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        assertRejected(proven(Requests.withField(genuine, "bomb", "[".repeat(50_000) + "]".repeat(50_000))));
        assertRejected(proven(Requests.withField(genuine, "bomb", "1".repeat(50_000))));
    }

    @Test
    final void a_name_that_stands_twice_is_rejected() {
        byte[] genuine = genuineRequest(TEXT).body();

        for (String name : Requests.names(genuine)) {
            assertRejected(proven(Requests.withField(genuine, name, "null")));
        }
    }

    /** The type of the content proves nothing, and does not spare anybody the proof. */
    @Test
    final void a_wrong_content_type_opens_no_door() {
        for (String type :
                List.of("text/html", "application/x-www-form-urlencoded", "", "application/json; charset=x")) {
            assertRejected(Requests.withHeader(withWrongSecret(TEXT), "Content-Type", type));
            WebhookDecision decision = decode(Requests.withHeader(genuineRequest(TEXT), "Content-Type", type));
            if (decision instanceof WebhookDecision.Genuine) {
                assertEquals(ids(decode(genuineRequest(TEXT))), ids(decision));
            }
        }
    }

    @Test
    final void the_question_whether_the_address_is_ours_is_answered_and_brings_nothing() {
        assumeTrue(challenge().isPresent(), "Does not apply: the network does not ask, says challenge().");
        Challenge asked = challenge().orElseThrow();

        WebhookDecision.Genuine genuine =
                assertInstanceOf(WebhookDecision.Genuine.class, decode(asked.request()), "The question is refused.");

        assertEquals(List.of(), genuine.changes());
        assertEquals(200, genuine.answer().status());
        assertTrue(genuine.answer().body().contains(asked.answer()), "The answer is not what the network wants.");
    }

    @Test
    final void a_get_that_asks_nothing_is_rejected() {
        assertRejected(WebhookRequest.of("GET", "", withWrongSecret(TEXT).headers(), new byte[0], Optional.empty()));
        assertNotEquals("GET", genuineRequest(TEXT).method());
    }
}
