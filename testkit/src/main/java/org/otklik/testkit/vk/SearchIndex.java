package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be found by a word or by time; guarded by the lock of its {@link Site}. */
final class SearchIndex {

    private final List<Item> all = new ArrayList<>();
    private final Map<String, List<Item>> byKey = new HashMap<>();

    void add(Item item) {
        insert(all, item);
        addKeys(item);
    }

    /** Adds the words of an edited item; those it no longer has do no harm, since every hit is looked at. */
    void addKeys(Item item) {
        for (String key : item.keys()) {
            insert(byKey.computeIfAbsent(key, fresh -> new ArrayList<>()), item);
        }
    }

    private static void insert(List<Item> items, Item item) {
        int at = items.size();
        while (at > 0 && items.get(at - 1).date() > item.date()) {
            at--;
        }
        if (at == 0 || items.get(at - 1) != item) {
            items.add(at, item);
        }
    }

    /**
     * Finds visible items, newest first.
     *
     * @param query what is looked for
     * @param from first second
     * @param until last second
     * @param most how many at most
     * @return the items
     */
    List<Item> find(Query query, long from, long until, int most) {
        List<Item> candidates = candidates(query);
        List<Item> found = new ArrayList<>();
        for (int i = after(candidates, until) - 1; i >= 0 && found.size() < most; i--) {
            Item item = candidates.get(i);
            if (item.date() < from) {
                break;
            }
            if (item.isVisible() && query.fits(item)) {
                found.add(item);
            }
        }
        return found;
    }

    private List<Item> candidates(Query query) {
        List<Item> rarest = all;
        for (String key : query.keys()) {
            List<Item> having = byKey.getOrDefault(key, List.of());
            rarest = having.size() < rarest.size() ? having : rarest;
        }
        return rarest;
    }

    private static int after(List<Item> items, long second) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).date() <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
