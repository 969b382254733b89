package org.otklik.adapters.http;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How all adapters of a host reach the networks: proxy, trust, name, patience; immutable.
 *
 * <p>Without a proxy of its own, Java's system properties ({@code https.proxyHost} and the like) hold. Without trust of
 * its own, Java's default trust holds.
 */
public final class HttpSettings {

    private final Duration connectTimeout;
    private final @Nullable InetSocketAddress proxy;
    private final @Nullable ProxyLogin login;
    private final @Nullable SSLContext trust;
    private final String userAgent;

    private HttpSettings(Builder builder, @Nullable SSLContext trust) {
        this.connectTimeout = builder.connectTimeout;
        this.proxy = builder.proxy;
        this.login = builder.login;
        this.trust = trust;
        this.userAgent = builder.userAgent;
    }

    /**
     * Returns settings for a direct way out: ten seconds to connect, Java's own proxy and trust settings.
     *
     * @return the settings
     */
    public static HttpSettings standard() {
        return builder().build();
    }

    /**
     * Starts from the standard settings.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Optional<InetSocketAddress> proxy() {
        return Optional.ofNullable(proxy);
    }

    Optional<ProxyLogin> login() {
        return Optional.ofNullable(login);
    }

    Optional<SSLContext> trust() {
        return Optional.ofNullable(trust);
    }

    String userAgent() {
        return userAgent;
    }

    @Override
    public String toString() {
        return "HTTP " + (proxy == null ? "without" : "with") + " a proxy of its own, "
                + (trust == null ? "Java's" : "the host's") + " trust";
    }

    /** Collects settings; for one thread. */
    public static final class Builder {

        private static final int LAST_PORT = 65_535;

        private Duration connectTimeout = Duration.ofSeconds(10);
        private @Nullable InetSocketAddress proxy;
        private @Nullable ProxyLogin login;
        private @Nullable Path bundle;
        private @Nullable SSLContext context;
        private String userAgent = "otklik";
        private final List<String> mistakes = new ArrayList<>();

        private Builder() {}

        /**
         * Sets how long a connection may take to open; a call's own deadline holds besides.
         *
         * @param timeout above nought; ten seconds unless told
         * @return this builder
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        /**
         * Sends every call through an HTTP proxy, calls over TLS by its {@code CONNECT}.
         *
         * @param host name or address
         * @param port 1 to 65535
         * @return this builder
         */
        public Builder proxy(String host, int port) {
            if (host.isBlank() || port < 1 || port > LAST_PORT) {
                mistakes.add("A proxy needs a host and a port from 1 to 65535, not \"" + host + "\" and " + port + ".");
            } else {
                proxy = InetSocketAddress.createUnresolved(host, port);
            }
            return this;
        }

        /**
         * Logs in to the proxy by the scheme Basic.
         *
         * <p>Java refuses this scheme for calls over TLS unless it was started with
         * {@code -Djdk.http.auth.tunneling.disabledSchemes=} (nothing after the equals sign); settings without that are
         * a mistake, because every call would be answered with 407.
         *
         * @param user name without a colon
         * @param password asked at every call, so that a new one works at once; never written anywhere
         * @return this builder
         */
        public Builder proxyLogin(String user, Supplier<String> password) {
            login = new ProxyLogin(user, password);
            return this;
        }

        /**
         * Trusts further certificates besides those that Java trusts.
         *
         * @param pemBundle file with one or more X.509 certificates in PEM, read once when the settings are built
         * @return this builder
         */
        public Builder trust(Path pemBundle) {
            bundle = pemBundle;
            return this;
        }

        /**
         * Trusts what the host's context trusts, and presents its keys; instead of a bundle.
         *
         * @param tls the host's
         * @return this builder
         */
        public Builder trust(SSLContext tls) {
            context = tls;
            return this;
        }

        /**
         * Sets the name by which networks see the host; some networks want one with an address.
         *
         * @param name printable ASCII; {@code otklik} unless told
         * @return this builder
         */
        public Builder userAgent(String name) {
            userAgent = name;
            return this;
        }

        /**
         * Checks everything and reads the certificates.
         *
         * @return the settings
         * @throws IllegalArgumentException naming all mistakes at once
         */
        public HttpSettings build() {
            List<String> all = new ArrayList<>(mistakes);
            checkNumbersAndNames(all);
            checkLogin(all);
            SSLContext trust = trust(all);
            if (!all.isEmpty()) {
                throw new IllegalArgumentException("The HTTP settings do not work: " + String.join(" ", all));
            }
            return new HttpSettings(this, trust);
        }

        private void checkNumbersAndNames(List<String> all) {
            if (connectTimeout.isNegative() || connectTimeout.isZero()) {
                all.add("The time to connect must be above nought, not " + connectTimeout + ".");
            }
            if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                all.add("The user agent must be printable ASCII.");
            }
        }

        private void checkLogin(List<String> all) {
            if (login == null) {
                return;
            }
            if (proxy == null && mistakes.isEmpty()) {
                all.add("A login to a proxy needs the proxy.");
            }
            if (login.user().isBlank() || login.user().indexOf(':') >= 0) {
                all.add("The user of the proxy must have a name without a colon.");
            }
            if (!ProxyLogin.isAllowedByJava()) {
                all.add("Java logs in to proxies for calls over TLS only if it is started with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= (nothing after the equals sign).");
            }
        }

        private @Nullable SSLContext trust(List<String> all) {
            if (bundle == null) {
                return context;
            }
            if (context != null) {
                all.add("Trust comes from a PEM bundle or from an SSLContext, not from both.");
                return null;
            }
            try {
                return Trust.withBundle(bundle);
            } catch (IllegalArgumentException e) {
                all.add(String.valueOf(e.getMessage()));
                return null;
            }
        }
    }
}
