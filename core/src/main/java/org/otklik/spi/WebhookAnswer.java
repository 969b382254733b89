package org.otklik.spi;

/**
 * What to answer to a webhook; immutable.
 *
 * @param status HTTP status
 * @param contentType such as {@code text/plain}
 * @param body what to write, possibly empty
 */
public record WebhookAnswer(int status, String contentType, String body) {

    /**
     * Returns a plain-text answer.
     *
     * @param status HTTP status
     * @param body what to write
     * @return the answer
     */
    public static WebhookAnswer text(int status, String body) {
        return new WebhookAnswer(status, "text/plain; charset=utf-8", body);
    }
}
