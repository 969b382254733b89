package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OAuth1Test {

    /** The example of X's own documentation, "Creating a signature"; keys as published there, of no use. */
    private static final OAuth1.Keys KEYS = new OAuth1.Keys(
            "xvz1evFS4wEEPTGEFPHBog",
            "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

    private static final String NONCE = "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg";
    private static final long SECONDS = 1_318_622_958L;
    private static final Map<String, String> STATUS =
            Map.of("status", "Hello Ladies + Gentlemen, a signed OAuth request!");
    private static final URI ADDRESS =
            URI.create("https://api.twitter.com/1.1/statuses/update.json?include_entities=true");

    @Test
    void the_published_example_has_its_published_base() {
        Map<String, String> fields = new TreeMap<>(STATUS);
        fields.put("include_entities", "true");
        fields.put("oauth_consumer_key", KEYS.consumerKey());
        fields.put("oauth_nonce", NONCE);
        fields.put("oauth_signature_method", "HMAC-SHA1");
        fields.put("oauth_timestamp", Long.toString(SECONDS));
        fields.put("oauth_token", KEYS.token());
        fields.put("oauth_version", "1.0");

        assertEquals(
                "POST&https%3A%2F%2Fapi.twitter.com%2F1.1%2Fstatuses%2Fupdate.json&include_entities%3Dtrue%26"
                        + "oauth_consumer_key%3Dxvz1evFS4wEEPTGEFPHBog%26"
                        + "oauth_nonce%3DkYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg%26"
                        + "oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1318622958%26"
                        + "oauth_token%3D370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb%26oauth_version%3D1.0%26"
                        + "status%3DHello%2520Ladies%2520%252B%2520Gentlemen%252C%2520a%2520signed%2520OAuth%2520request%2521",
                OAuth1.base("POST", ADDRESS, fields));
    }

    @Test
    void the_published_example_has_its_published_signature() {
        String header = OAuth1.header("POST", ADDRESS, STATUS, KEYS, NONCE, SECONDS);

        assertTrue(header.contains("oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\""), header);
        assertTrue(header.startsWith("OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", oauth_nonce="));
    }

    @Test
    void secrets_show_neither_in_the_header_nor_in_words() {
        String all = OAuth1.header("POST", ADDRESS, STATUS, KEYS, NONCE, SECONDS) + KEYS;

        assertFalse(all.contains(KEYS.consumerSecret()));
        assertFalse(all.contains(KEYS.tokenSecret()));
    }
}
