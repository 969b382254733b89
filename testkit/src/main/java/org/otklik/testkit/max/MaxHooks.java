package org.otklik.testkit.max;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The webhooks of a bot in the fake; thread-safe. While there is one, updates are sent there and not kept. */
public final class MaxHooks {

    private final Object lock;
    private final MaxWorld world;
    private final MaxBot bot;

    MaxHooks(Object lock, MaxWorld world, MaxBot bot) {
        this.lock = lock;
        this.world = world;
        this.bot = bot;
    }

    /**
     * Subscribes the bot to its updates.
     *
     * @param url where they go
     * @param secret what proves them
     */
    public void subscribe(String url, String secret) {
        synchronized (lock) {
            bot.subscriptions.put(
                    url, new MaxBot.Subscription(url, Optional.of(secret), world.time.instant(), Set.of()));
        }
    }

    /** Drops all subscriptions without a word, as the network does after eight hours without success. */
    public void drop() {
        synchronized (lock) {
            bot.subscriptions.clear();
        }
    }

    /**
     * Lists where updates go.
     *
     * @return addresses
     */
    public List<String> addresses() {
        synchronized (lock) {
            return List.copyOf(bot.subscriptions.keySet());
        }
    }

    /**
     * Takes what the network would send next.
     *
     * @return the oldest delivery, if there is one
     */
    public Optional<MaxDelivery> next() {
        synchronized (lock) {
            return Optional.ofNullable(bot.deliveries.poll());
        }
    }
}
