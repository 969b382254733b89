package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OkSignatureTest {

    /** Token and keys of the network's own example. */
    private static final String TOKEN = "-s-84W-s3egarWUsbkq-IWTucuedzTKT8VUXIA.s4Xx8IW7";

    private static final String SECRET = OkSignature.sessionSecret(TOKEN, "ABC123DEF456GHI789JKL123");

    private static Map<String, String> example() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("method", "events.get");
        parameters.put("application_key", "ABCDEFGHIGKLMNOPK");
        parameters.put("format", "json");
        return parameters;
    }

    @Test
    void the_published_example_is_signed_as_published() {
        assertEquals("b1a2b89707a94624c43afae67d59274c", SECRET);
        assertEquals("232c8eb921951c4dba9b72606f9ddb4c", OkSignature.of(example(), SECRET));
    }

    @Test
    void token_and_signature_are_not_signed_themselves() {
        Map<String, String> parameters = example();
        parameters.put("access_token", TOKEN);
        parameters.put("session_key", TOKEN);
        parameters.put("sig", "0");

        assertEquals("232c8eb921951c4dba9b72606f9ddb4c", OkSignature.of(parameters, SECRET));
    }

    @Test
    void every_other_value_matters() {
        Map<String, String> parameters = example();
        parameters.put("comment", "Яма & лужа = 100 %");

        assertNotEquals("232c8eb921951c4dba9b72606f9ddb4c", OkSignature.of(parameters, SECRET));
    }
}
