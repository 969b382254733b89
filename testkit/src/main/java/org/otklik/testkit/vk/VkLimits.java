package org.otklik.testkit.vk;

import java.util.Map;

/**
 * How much a {@link VkFake} takes before it says that it was too much; immutable.
 *
 * @param tokenPerSecond calls a second with a service or user token, more is error 6
 * @param groupPerSecond calls a second with a community's token, more is error 6
 * @param perDay calls a day of a method and token, more is error 29; methods that are not named are free
 * @param commentsPerMinute comments a minute of one community, more is error 9
 */
public record VkLimits(int tokenPerSecond, int groupPerSecond, Map<String, Integer> perDay, int commentsPerMinute) {

    private static final int NONE = Integer.MAX_VALUE;

    /** Copies the quotas. */
    public VkLimits {
        perDay = Map.copyOf(perDay);
    }

    /**
     * Returns the limits that VKontakte publishes; the one for comments is a guess, since flood control is not
     * published.
     *
     * @return 3 calls a second, 20 with a community's token, 1,000 searches and 5,000 readings of walls a day
     */
    public static VkLimits official() {
        return new VkLimits(3, 20, Map.of("newsfeed.search", 1_000, "wall.search", 1_000, "wall.get", 5_000), 60);
    }

    /**
     * Returns no limits.
     *
     * @return everything is taken
     */
    public static VkLimits none() {
        return new VkLimits(NONE, NONE, Map.of(), NONE);
    }
}
