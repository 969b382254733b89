package org.otklik.testkit.max;

import java.util.Optional;

/**
 * What the network sends to a subscriber; immutable.
 *
 * @param url where to
 * @param secret value of the header {@code X-Max-Bot-Api-Secret}, if the subscriber gave one
 * @param body one update as JSON
 */
public record MaxDelivery(String url, Optional<String> secret, byte[] body) {

    /** Copies the bytes. */
    public MaxDelivery {
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
