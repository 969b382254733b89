package org.otklik.testkit.max;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the network sends to a subscriber; immutable.
 *
 * @param url where to
 * @param secret value of the header {@code X-Max-Bot-Api-Secret}, if the subscriber gave one
 * @param json one update
 */
public record MaxDelivery(String url, Optional<String> secret, String json) {

    /**
     * Gives the bytes of the request.
     *
     * @return UTF-8
     */
    public byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
