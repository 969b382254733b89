package org.otklik.adapters.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to servers that people configured, such as receivers of webhooks: the name is resolved once, every address that
 * it stands for is checked, and the connection goes to a checked address, so a name that changes its mind in between
 * leads nowhere else; thread-safe.
 *
 * <p>Java's own client resolves names by itself, which is why this one speaks HTTP/1.1 over a socket: one request, the
 * head of the answer, no redirects, no proxy. Without TLS it speaks only to addresses that the host allowed by name.
 */
public final class PinnedTransport {

    /** The largest body: what fits into the system's buffers cannot wait for a receiver that does not read. */
    public static final int LARGEST_BODY = 100_000;

    private static final int SEND_BUFFER = 160_000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpSettings settings;
    private final AddressRules rules;

    private PinnedTransport(HttpSettings settings, AddressRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * Returns a way out to configured servers.
     *
     * @param settings patience, trust and name; a proxy is not used, for it would resolve names itself
     * @param rules which addresses may be reached
     * @return the transport
     */
    public static PinnedTransport of(HttpSettings settings, AddressRules rules) {
        return new PinnedTransport(settings, rules);
    }

    /**
     * Sends a call and reads the head of the answer.
     *
     * @param call what to send; a body of at most {@link #LARGEST_BODY}
     * @return status and headers, without a body
     * @throws ForbiddenAddressException if it may not go there
     * @throws HttpFailure if no answer came within the deadline
     * @throws IllegalArgumentException if the body is too large
     */
    public HttpAnswer send(HttpCall call) {
        byte[] body = call.body();
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException(
                    call + " has a body of " + body.length + " bytes; at most " + LARGEST_BODY + " can be sent.");
        }
        Deadline deadline = Deadline.after(call.limits().deadline());
        InetAddress address = checkedAddress(call);
        boolean sent = false;
        try (Socket socket = connect(call, address, deadline)) {
            sent = true;
            socket.getOutputStream().write(request(call, body));
            socket.getOutputStream().flush();
            return AnswerHead.read(socket.getInputStream(), call.limits().largestBody());
        } catch (SocketTimeoutException e) {
            throw new HttpFailure(sent ? HttpFailure.Reason.TIMEOUT : HttpFailure.Reason.NOT_CONNECTED, call, e);
        } catch (SSLException e) {
            throw new HttpFailure(sent ? HttpFailure.Reason.BROKEN : HttpFailure.Reason.TLS, call, e);
        } catch (IOException e) {
            throw new HttpFailure(sent ? HttpFailure.Reason.BROKEN : HttpFailure.Reason.NOT_CONNECTED, call, e);
        }
    }

    private InetAddress checkedAddress(HttpCall call) {
        URI uri = call.address();
        if (uri.getRawUserInfo() != null) {
            throw new ForbiddenAddressException(call, "its address names a user.");
        }
        InetAddress[] all = resolve(call, uri.getHost());
        for (InetAddress address : all) {
            if (!rules.permits(address)) {
                throw new ForbiddenAddressException(
                        call, "its name stands for a private address; allow that range if it is yours.");
            }
            if (!isSecure(uri) && !rules.allows(address)) {
                throw new ForbiddenAddressException(call, "without TLS only ranges that you allowed are called.");
            }
        }
        return all[0];
    }

    private static InetAddress[] resolve(HttpCall call, String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new HttpFailure(HttpFailure.Reason.NOT_CONNECTED, call, e);
        }
    }

    private static boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    private Socket connect(HttpCall call, InetAddress address, Deadline deadline) throws IOException {
        URI uri = call.address();
        DeadlineSocket plain = new DeadlineSocket(deadline);
        try {
            plain.setSendBufferSize(SEND_BUFFER);
            plain.setTcpNoDelay(true);
            int patience = Math.toIntExact(settings.connectTimeout().toMillis());
            plain.connect(new InetSocketAddress(address, port(uri)), Math.min(patience, deadline.millisLeft()));
            return isSecure(uri) ? secure(plain, uri) : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure(uri) ? HTTPS_PORT : HTTP_PORT;
    }

    /** The certificate must be that of the name, whatever address was called. */
    private SSLSocket secure(Socket plain, URI uri) throws IOException {
        SSLSocketFactory factory = settings.trust()
                .map(trust -> trust.getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, uri.getHost(), port(uri), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private byte[] request(HttpCall call, byte[] body) {
        URI uri = call.address();
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        StringBuilder head = new StringBuilder(call.method())
                .append(' ')
                .append(path.isEmpty() ? "/" : path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\n");
        line(head, "Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        line(head, "User-Agent", settings.userAgent());
        line(head, "Connection", "close");
        line(head, "Content-Length", Integer.toString(body.length));
        call.headers().forEach((name, value) -> line(head, name, value));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
