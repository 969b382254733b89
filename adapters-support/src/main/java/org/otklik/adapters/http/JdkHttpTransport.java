package org.otklik.adapters.http;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The way out through {@link HttpClient}, the only place that uses it; thread-safe, one for all adapters of a host.
 *
 * <p>Java's own timeouts end with the headers: here the deadline holds to the last byte of the body, and what is too
 * slow or too large is cut off with its connection. Redirects are not followed, nothing is unpacked, and no request is
 * sent twice except by Java itself where nothing was sent yet or the method only reads (a host that sets
 * {@code jdk.httpclient.enableAllMethodRetry} takes this promise away).
 *
 * <p>Threads: those of Java's client, one that selects and daemon workers as many as calls go at the same time, which
 * end after a minute without work; all of them end when nobody holds the transport any more. Besides, the one daemon with
 * which Java ends what lasts too long. The caller's thread waits; for a whole answer it also looks up the host's name,
 * which no deadline bounds but the system's resolver (Java remembers names for half a minute).
 */
public final class JdkHttpTransport implements HttpTransport {

    private static final int PROXY_LOGIN_WANTED = 407;
    private static final int OK = 200;

    /** Java counts timeouts in whole milliseconds. */
    private static final long ROUNDING = 2_000_000;

    private final HttpSettings settings;
    private final HttpClient client;
    private final Lookout lookout = new Lookout();

    private JdkHttpTransport(HttpSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        settings.trust().ifPresent(builder::sslContext);
        this.settings = settings;
        this.client = builder.build();
    }

    /**
     * Opens a way out.
     *
     * @param settings proxy, trust and so on
     * @return the transport
     */
    public static JdkHttpTransport of(HttpSettings settings) {
        return new JdkHttpTransport(settings);
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        return answer(call, exchangeHere(call));
    }

    /** Goes on in the caller's thread as far as it can: handing a call to others takes as long as reading its answer. */
    private HttpResponse<Body> exchangeHere(HttpCall call) {
        CallLimits limits = call.limits();
        long end = System.nanoTime() + limits.deadline().toNanos();
        HttpRequest request = request(call).timeout(limits.deadline()).build();
        try {
            return client.send(request, head -> lookout.watch(WholeBody.of(head, limits.largestBody()), end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(HttpFailure.Reason.INTERRUPTED, call);
        } catch (IOException | RuntimeException e) {
            // Java takes a deadline that passes during a handshake for a failure to connect.
            throw end - System.nanoTime() < ROUNDING
                    ? new HttpFailure(HttpFailure.Reason.TIMEOUT, call, e)
                    : Failures.of(call, e);
        }
    }

    @Override
    public MessageStream lines(HttpCall call) {
        int largest = call.limits().largestBody();
        HttpResponse<Body> response = exchange(
                call,
                head -> head.statusCode() == OK && !WholeBody.isEncoded(head)
                        ? new LineStream(call)
                        : WholeBody.of(head, largest));
        if (response.body() instanceof Body.Lines lines) {
            return lines.stream();
        }
        throw new StreamRefused(call, answer(call, response));
    }

    private HttpResponse<Body> exchange(HttpCall call, BodyHandler<Body> handler) {
        HttpRequest request = request(call).build();
        return await(call, client.sendAsync(request, handler), call.limits().deadline());
    }

    private HttpAnswer answer(HttpCall call, HttpResponse<Body> response) {
        if (response.statusCode() == PROXY_LOGIN_WANTED) {
            throw new HttpFailure(HttpFailure.Reason.PROXY, call);
        }
        return response.body() instanceof Body.Whole whole ? whole.answer() : withoutBody(response);
    }

    /** Java refuses a tunnel or a handshake with an answer whose body it threw away. */
    private static HttpAnswer withoutBody(HttpResponse<?> response) {
        return HttpAnswer.of(response.statusCode(), response.headers().map(), new byte[0]);
    }

    private HttpRequest.Builder request(HttpCall call) {
        byte[] body = call.body();
        BodyPublisher publisher = body.length == 0 && !call.method().equals("POST")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.address())
                .method(call.method(), publisher)
                .setHeader("User-Agent", settings.userAgent());
        call.headers().forEach(builder::setHeader);
        settings.login().ifPresent(login -> builder.setHeader("Proxy-Authorization", login.header()));
        return builder;
    }

    /** Cancelling the future that the client gave closes the connection, wherever the exchange stands. */
    private static <T> T await(HttpCall call, CompletableFuture<T> future, Duration deadline) {
        try {
            return future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpFailure(HttpFailure.Reason.TIMEOUT, call);
        } catch (ExecutionException e) {
            throw refusedSocket(call, e.getCause()).orElseGet(() -> Failures.of(call, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(HttpFailure.Reason.INTERRUPTED, call);
        } finally {
            future.cancel(true);
        }
    }

    private static Optional<RuntimeException> refusedSocket(HttpCall call, @Nullable Throwable cause) {
        if (!(cause instanceof WebSocketHandshakeException handshake) || handshake.getResponse() == null) {
            return Optional.empty();
        }
        HttpResponse<?> response = handshake.getResponse();
        if (response.statusCode() == PROXY_LOGIN_WANTED) {
            return Optional.of(new HttpFailure(HttpFailure.Reason.PROXY, call));
        }
        return Optional.of(new StreamRefused(call, withoutBody(response)));
    }

    @Override
    public MessageStream socket(HttpCall call) {
        SocketStream stream = new SocketStream(call);
        WebSocket.Builder builder = client.newWebSocketBuilder()
                .connectTimeout(call.limits().deadline())
                .header("User-Agent", settings.userAgent());
        call.headers().forEach(builder::header);
        settings.login().ifPresent(login -> builder.header("Proxy-Authorization", login.header()));
        try {
            stream.opened(await(
                    call,
                    builder.buildAsync(call.address(), stream),
                    call.limits().deadline()));
            return stream;
        } catch (HttpFailure e) {
            // A socket that opens after all is cut at once.
            stream.close();
            throw e;
        }
    }
}
