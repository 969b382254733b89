package org.otklik.adapters.max;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.spi.AdapterState;

/**
 * The posts of each channel under which something was written lately, kept in the account's state and bounded;
 * thread-safe. They are looked at for comments of which no update told.
 */
final class RecentPosts {

    private static final String KEY = "posts:";
    private static final int TRIES = 10;
    private static final int BASE = 36;
    private static final int LONGEST_ID = 64;
    private static final long HOUR = 3_600_000;

    /**
     * A post.
     *
     * @param active when something was written there, in milliseconds, give or take an hour
     * @param noted when we first heard of it, in milliseconds
     */
    record Recent(String mid, long active, long noted) {}

    private final AdapterState state;
    private final int most;
    private final InstantSource time;
    private final Map<Long, List<Recent>> known = new ConcurrentHashMap<>();

    RecentPosts(AdapterState state, int most, InstantSource time) {
        this.state = state;
        this.most = most;
        this.time = time;
    }

    /** Lists a channel's posts, the latest first. */
    List<Recent> of(long channel) {
        List<Recent> all = read(state.read(KEY + channel));
        known.put(channel, all);
        return all;
    }

    /** Notes that something was written at or under a post; costs nothing where nothing changes. */
    void add(long channel, String mid, long at) {
        if (most > 0 && mid.length() <= LONGEST_ID && matters(known.getOrDefault(channel, List.of()), mid, at)) {
            change(channel, posts -> {
                long noted = time.millis();
                for (Recent one : posts) {
                    noted = one.mid().equals(mid) ? one.noted() : noted;
                }
                posts.removeIf(one -> one.mid().equals(mid));
                posts.add(new Recent(mid, at, noted));
            });
        }
    }

    private boolean matters(List<Recent> posts, String mid, long at) {
        for (Recent one : posts) {
            if (one.mid().equals(mid)) {
                return at > one.active() + HOUR;
            }
        }
        return posts.size() < most || at > posts.get(posts.size() - 1).active();
    }

    void remove(long channel, String mid) {
        change(channel, posts -> posts.removeIf(one -> one.mid().equals(mid)));
    }

    private interface Change {
        void on(List<Recent> posts);
    }

    private void change(long channel, Change change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(KEY + channel);
            List<Recent> posts = new ArrayList<>(read(stored));
            change.on(posts);
            posts.sort(Comparator.comparing(Recent::active).reversed());
            List<Recent> latest = List.copyOf(posts.subList(0, Math.min(posts.size(), most)));
            if (state.compareAndSet(KEY + channel, stored, write(latest))) {
                known.put(channel, latest);
                return;
            }
        }
    }

    private static String write(List<Recent> posts) {
        StringBuilder text = new StringBuilder();
        for (Recent one : posts) {
            text.append(one.mid()).append(' ').append(Long.toString(one.active(), BASE));
            text.append(' ').append(Long.toString(one.noted(), BASE)).append('\n');
        }
        return text.toString();
    }

    private static List<Recent> read(Optional<String> stored) {
        List<Recent> posts = new ArrayList<>();
        for (String line : stored.orElse("").split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 3) {
                posts.add(new Recent(parts[0], Long.parseLong(parts[1], BASE), Long.parseLong(parts[2], BASE)));
            }
        }
        return List.copyOf(posts);
    }
}
