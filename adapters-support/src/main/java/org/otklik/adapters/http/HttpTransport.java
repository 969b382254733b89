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
     * @throws StreamRefused if the network answers with another status than 200
     */
    MessageStream lines(HttpCall call);

    /**
     * Opens a web socket and reads its text messages.
     *
     * @param call address ({@code ws} or {@code wss}) and headers; its deadline is for the handshake
     * @return the messages
     * @throws HttpFailure if it cannot be opened
     */
    MessageStream socket(HttpCall call);

    /** Lines or messages as they come; for one reading thread, closed by any. */
    interface MessageStream extends AutoCloseable {

        /**
         * Waits for the next message.
         *
         * @param silence how long nothing, not even a blank line, may come
         * @return the message; empty text for a sign of life
         * @throws HttpFailure with {@code SILENT} if nothing came, with another reason if the stream ended
         */
        String next(Duration silence);

        @Override
        void close();
    }
}
