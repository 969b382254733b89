package org.otklik.testkit.max;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages in the order of their time, of which pages are read from the newest on; guarded by its world. */
final class MaxTimeline {

    private final List<MaxMessage> all = new ArrayList<>();

    void add(MaxMessage message) {
        all.add(message);
    }

    /** Returns what is written between two instants, both exclusive, in milliseconds; newest first. */
    List<MaxMessage> page(long after, long before, int count) {
        List<MaxMessage> page = new ArrayList<>();
        for (int i = firstFrom(before) - 1; i >= 0 && page.size() < count; i--) {
            MaxMessage one = all.get(i);
            if (one.at().toEpochMilli() <= after) {
                break;
            }
            page.add(one);
        }
        return page;
    }

    private int firstFrom(long millis) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).at().toEpochMilli() < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Optional<MaxMessage> find(String mid) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).mid().equals(mid)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    void replace(MaxMessage message) {
        all.replaceAll(one -> one.mid().equals(message.mid()) ? message : one);
    }

    void remove(String mid) {
        all.removeIf(one -> one.mid().equals(mid));
    }

    List<MaxMessage> all() {
        return List.copyOf(all);
    }
}
