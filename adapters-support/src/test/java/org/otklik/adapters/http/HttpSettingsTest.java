package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @TempDir
    private Path folder;

    private static String mistakes(HttpSettings.Builder builder) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void all_mistakes_are_named_at_once() {
        String mistakes = mistakes(HttpSettings.builder()
                .connectTimeout(Duration.ZERO)
                .userAgent("имя")
                .proxy("", 70_000)
                .proxyLogin("a:b", () -> "canary")
                .trust(folder.resolve("missing.pem")));

        assertTrue(mistakes.contains("time to connect"), mistakes);
        assertTrue(mistakes.contains("user agent"), mistakes);
        assertTrue(mistakes.contains("port"), mistakes);
        assertTrue(mistakes.contains("colon"), mistakes);
        assertTrue(mistakes.contains("missing.pem"), mistakes);
        assertFalse(mistakes.contains("canary"), mistakes);
    }

    @Test
    void a_login_that_java_would_drop_is_a_mistake_and_says_how_to_start_java() {
        String mistakes =
                mistakes(HttpSettings.builder().proxy("proxy.example", 3128).proxyLogin("user", () -> "x"));

        assertTrue(mistakes.contains("-Djdk.http.auth.tunneling.disabledSchemes="), mistakes);
    }

    @Test
    void a_login_without_a_proxy_is_a_mistake() {
        assertTrue(
                mistakes(HttpSettings.builder().proxyLogin("user", () -> "x")).contains("needs the proxy"));
    }

    @Test
    void trust_has_one_source() throws NoSuchAlgorithmException {
        HttpSettings.Builder both =
                HttpSettings.builder().trust(SSLContext.getDefault()).trust(folder.resolve("a.pem"));

        assertTrue(mistakes(both).contains("not from both"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificate at all",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            })
    void a_bundle_that_holds_no_certificates_is_a_mistake_that_names_the_file(String content) throws IOException {
        Path bundle = Files.writeString(folder.resolve("bundle.pem"), content);

        String mistakes = mistakes(HttpSettings.builder().trust(bundle));

        assertTrue(mistakes.contains("bundle.pem"), mistakes);
    }

    @Test
    void the_words_for_settings_show_no_login() {
        assertFalse(new ProxyLogin("user", () -> "canary").toString().contains("canary"));
        assertFalse(HttpSettings.standard().toString().isEmpty());
    }
}
