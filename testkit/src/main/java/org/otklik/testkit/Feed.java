package org.otklik.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PostPage.Unreadable;

/** One source of a network in memory: what happens there, in order of time. Guarded by the network's lock. */
final class Feed {

    private static final String VERSION = "1";

    private final NavigableMap<Placed<Long>, Item> items = new TreeMap<>();
    private Instant servedUntil = Instant.MIN;
    private long added;

    private sealed interface Item {
        record Change(PostChange change) implements Item {}

        record Broken(Unreadable unreadable) implements Item {}
    }

    void add(Instant at, PostChange change) {
        add(at, new Item.Change(change));
    }

    void addUnreadable(Instant at, String nativeId) {
        add(at, new Item.Broken(new Unreadable(nativeId, "BROKEN_ITEM")));
    }

    /** What is added late stands behind what was read, as networks sort by their own time of arrival. */
    private void add(Instant at, Item item) {
        Instant arrival = at.isBefore(servedUntil) ? servedUntil : at;
        items.put(new Placed<>(arrival, ++added), item);
    }

    PostPage page(Optional<Cursor> cursor, int limit, Instant now) {
        Placed<Long> from = cursor.map(Feed::place).orElse(new Placed<>(Instant.EPOCH, 0L));
        List<PostChange> changes = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Placed<Long> last = from;
        boolean more = false;
        for (Map.Entry<Placed<Long>, Item> entry :
                items.subMap(from, false, lastOf(now), true).entrySet()) {
            more = changes.size() + unreadable.size() >= limit;
            if (more) {
                break;
            }
            sort(entry.getValue(), changes, unreadable);
            last = entry.getKey();
        }
        servedUntil = last.at().isAfter(servedUntil) ? last.at() : servedUntil;
        return new PostPage(changes, cursor(last, more), more, unreadable);
    }

    private static void sort(Item item, List<PostChange> changes, List<Unreadable> unreadable) {
        if (item instanceof Item.Change readable) {
            changes.add(readable.change());
        } else if (item instanceof Item.Broken broken) {
            unreadable.add(broken.unreadable());
        }
    }

    private static Placed<Long> lastOf(Instant now) {
        return new Placed<>(now, Long.MAX_VALUE);
    }

    private static Cursor cursor(Placed<Long> last, boolean more) {
        return new Cursor(VERSION + ";" + last.at() + ";" + last.id() + ";" + (more ? "mid-paging" : "end"));
    }

    private static Placed<Long> place(Cursor cursor) {
        String[] parts = cursor.value().split(";", -1);
        return new Placed<>(Instant.parse(parts[1]), Long.parseLong(parts[2]));
    }
}
