package org.otklik.testkit.x;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/** What X limits, counts and charges; thread-safe. */
public final class XMeter {

    private final Scene scene;

    XMeter(Scene scene) {
        this.scene = scene;
    }

    /**
     * Sets the longest post; 280 otherwise.
     *
     * @param weight by the count of X
     */
    public void longestPost(int weight) {
        scene.longestPost = weight;
    }

    /**
     * Sets the longest query; 512 otherwise.
     *
     * @param characters how many
     */
    public void longestQuery(int characters) {
        scene.longestQuery = characters;
    }

    /**
     * Sets how often each caller may use a path in 15 minutes; the published limits otherwise.
     *
     * @param method such as {@code GET}
     * @param path such as {@code /2/tweets/search/recent}, with real ids
     * @param requests how often
     */
    public void limit(String method, String path, int requests) {
        scene.limits.limit(Endpoint.of(method, path), requests);
    }

    /** Lifts all limits and stops counting the price of reads, for measurements. */
    public void unlimited() {
        scene.limits.unlimited();
        scene.purse.stopCounting();
    }

    /**
     * Counts the calls of a path.
     *
     * @param method such as {@code GET}
     * @param path such as {@code /2/tweets/search/recent}; any id stands for all
     * @return how many came, refused ones too
     */
    public int calls(String method, String path) {
        AtomicInteger count = scene.calls.get(Endpoint.of(method, path));
        return count == null ? 0 : count.get();
    }

    /**
     * Sets how much can still be spent; without end otherwise.
     *
     * @param dollars how much
     */
    public void credits(BigDecimal dollars) {
        scene.purse.credits(dollars);
    }

    /**
     * Tells what was spent by the price list of February 2026.
     *
     * @return dollars, with three digits
     */
    public BigDecimal spent() {
        return scene.purse.spent();
    }
}
