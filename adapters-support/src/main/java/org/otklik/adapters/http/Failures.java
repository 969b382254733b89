package org.otklik.adapters.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What Java's many ways to fail mean. */
final class Failures {

    private static final int LONGEST_CHAIN = 20;
    private static final Pattern NO_TLS = Pattern.compile("(?i)unrecognized SSL message");
    private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

    private Failures() {}

    static HttpFailure of(HttpCall call, Throwable failure) {
        return new HttpFailure(reason(failure), call, failure);
    }

    private static HttpFailure.Reason reason(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .flatMap(one -> known(one).stream())
                .findFirst()
                .orElse(HttpFailure.Reason.BROKEN);
    }

    private static Optional<HttpFailure.Reason> known(Throwable one) {
        if (one instanceof RefusedBody refused) {
            return Optional.of(refused.reason());
        }
        if (one instanceof HttpConnectTimeoutException
                || one instanceof ConnectException
                || one instanceof UnknownHostException
                || one instanceof UnresolvedAddressException) {
            return Optional.of(HttpFailure.Reason.NOT_CONNECTED);
        }
        if (one instanceof HttpTimeoutException) {
            return Optional.of(HttpFailure.Reason.TIMEOUT);
        }
        return isHandshake(one) ? Optional.of(HttpFailure.Reason.TLS) : tunnel(String.valueOf(one.getMessage()));
    }

    /** Other TLS failures may come after the request went out. */
    private static boolean isHandshake(Throwable one) {
        return one instanceof SSLHandshakeException
                || one instanceof GeneralSecurityException
                || (one instanceof SSLException
                        && NO_TLS.matcher(String.valueOf(one.getMessage())).find());
    }

    /** A proxy that says 4xx refuses us; one that says 5xx did not reach the network. */
    private static Optional<HttpFailure.Reason> tunnel(String message) {
        if (!message.startsWith(TUNNEL_FAILED)) {
            return Optional.empty();
        }
        boolean unreachable = message.startsWith("5", TUNNEL_FAILED.length());
        return Optional.of(unreachable ? HttpFailure.Reason.NOT_CONNECTED : HttpFailure.Reason.PROXY);
    }
}
