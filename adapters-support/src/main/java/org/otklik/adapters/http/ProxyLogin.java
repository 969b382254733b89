package org.otklik.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * A login to a proxy by the scheme Basic. It is sent ahead with every call instead of through Java's authenticator,
 * because with an authenticator Java breaks every 401 of a network that comes without {@code WWW-Authenticate}.
 */
record ProxyLogin(String user, Supplier<String> password) {

    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    /** Java removes the header from calls over TLS if its property, or else its settings file, names the scheme. */
    static boolean isAllowedByJava() {
        String set = System.getProperty(DISABLED_SCHEMES);
        String disabled = set == null ? fileSetting() : set;
        return !disabled.toLowerCase(Locale.ROOT).contains("basic");
    }

    private static String fileSetting() {
        Properties settings = new Properties();
        try (InputStream in =
                Files.newInputStream(Path.of(System.getProperty("java.home"), "conf", "net.properties"))) {
            settings.load(in);
        } catch (IOException e) {
            return "Basic";
        }
        return settings.getProperty(DISABLED_SCHEMES, "");
    }

    String header() {
        byte[] both = (user + ':' + password.get()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "login to a proxy";
    }
}
