package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.adapters.http.HttpFailure.Reason;

class HttpFailureTest {

    private static final HttpCall CALL = HttpCall.get(URI.create("https://example.org/method/wall.get?token=canary"));

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("canary"), Reason.NOT_CONNECTED),
                Arguments.of(new UnknownHostException("canary"), Reason.NOT_CONNECTED),
                Arguments.of(new HttpConnectTimeoutException("canary"), Reason.NOT_CONNECTED),
                Arguments.of(new HttpTimeoutException("canary"), Reason.TIMEOUT),
                Arguments.of(new SSLHandshakeException("canary"), Reason.TLS),
                Arguments.of(new IOException("canary", new CertificateException("canary")), Reason.TLS),
                Arguments.of(new SSLException("Unrecognized SSL message, plaintext connection?"), Reason.TLS),
                Arguments.of(new SSLException("canary in the middle"), Reason.BROKEN),
                Arguments.of(new IOException("Tunnel failed, got: 403"), Reason.PROXY),
                Arguments.of(new IOException("Tunnel failed, got: 503"), Reason.NOT_CONNECTED),
                Arguments.of(new IOException("canary", new EOFException()), Reason.BROKEN),
                Arguments.of(new IllegalStateException("canary"), Reason.BROKEN));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_of_java_has_its_meaning_and_is_not_quoted(Throwable failure, Reason reason) {
        HttpFailure known = Failures.of(CALL, new CompletionException("https://canary", failure));

        assertEquals(reason, known.reason());
        assertNull(known.getCause());
        assertFalse(known.toString().contains("canary"), known::toString);
        assertTrue(known.toString().contains(failure.getClass().getSimpleName()), known::toString);
    }

    @Test
    void only_what_fails_before_the_request_is_certainly_not_applied() {
        assertFalse(new HttpFailure(Reason.NOT_CONNECTED, CALL).isPossiblyApplied());
        assertFalse(new HttpFailure(Reason.TLS, CALL).isPossiblyApplied());
        assertFalse(new HttpFailure(Reason.PROXY, CALL).isPossiblyApplied());
        assertTrue(new HttpFailure(Reason.TIMEOUT, CALL).isPossiblyApplied());
        assertTrue(new HttpFailure(Reason.BROKEN, CALL).isPossiblyApplied());
        assertTrue(new HttpFailure(Reason.TOO_LARGE, CALL).isPossiblyApplied());
    }
}
