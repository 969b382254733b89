package org.otklik.adapters.http;

import java.time.Duration;

/**
 * Carries calls to networks; thread-safe. {@link JdkHttpTransport} is the default; a host may bring its own.
 *
 * <p>Redirects are never followed.
 */
public interface HttpTransport {

    /**
     * Sends a call and waits for its whole answer.
     *
     * @param call what to send
     * @return the answer, whatever its status
     * @throws HttpFailure if no whole answer came within the limits
     */
    HttpAnswer send(HttpCall call);

    /**
     * Opens an endless answer that is read line by line.
     *
     * @param call what to send; its deadline is for the headers
     * @return the lines
     * @throws HttpFailure if it cannot be opened
     * @throws StreamRefused if the network answers with another status than 200; its body is within the limits
     */
    MessageStream lines(HttpCall call);

    /**
     * Opens a web socket and reads its text messages.
     *
     * @param call address ({@code ws} or {@code wss}) and headers; its deadline is for the handshake
     * @return the messages
     * @throws HttpFailure if it cannot be opened
     * @throws StreamRefused if the network answers the handshake with a status of its own; without a body
     */
    MessageStream socket(HttpCall call);

    /** Lines or messages as they come; for one reading thread, closed by any. */
    interface MessageStream extends AutoCloseable {

        /**
         * Waits for the next message.
         *
         * @param silence how long nothing whole, not even a blank line, may come
         * @return the message, of at most a million characters; empty text for a sign of life
         * @throws HttpFailure with {@code SILENT} if nothing came, with {@code TOO_LARGE} if a message is longer, with
         *     another reason if the stream ended; the stream is closed then
         */
        String next(Duration silence);

        @Override
        void close();
    }
}
