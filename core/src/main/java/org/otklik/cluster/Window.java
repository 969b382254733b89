package org.otklik.cluster;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/**
 * The posts that an index remembers, and the ways to them: by bands, by copy, by topic and town, by incident, by post, by
 * age. For one thread.
 */
final class Window {

    private static final int SMALLEST = 64;
    private static final int MOST_OF_ONE_INCIDENT = 32;
    private static final int COPIES = Sketch.BANDS;
    private static final int NONE = Links.NONE;

    private final int capacity;
    private final Remembered remembered;
    private final Query query = new Query();
    private final Links order = new Links();
    private final Links.Ends live = new Links.Ends();
    private final Links.Ends free = new Links.Ends();
    private final Links ofTopicAndTown = new Links();
    private final Map<Integer, Links.Ends> topicsAndTowns = new HashMap<>();
    private final SlotTable posts = new SlotTable();
    private final Families families;
    private final Buckets[] bands = new Buckets[Sketch.BANDS];
    private final int[] keys = new int[COPIES + 1];
    private final int[] places = new int[COPIES + 1];
    private final int[] enough = new int[COPIES + 1];
    private Buckets copies = new Buckets(SMALLEST);
    private long oldest = Long.MAX_VALUE;

    Window(int capacity, Remembered remembered) {
        this.capacity = capacity;
        this.remembered = remembered;
        families = new Families(remembered);
        grow(Math.min(capacity, SMALLEST));
    }

    /** Makes room in every array; the tables are filled again, oldest first, as they were filled before. */
    private void grow(int slots) {
        int before = remembered.slots();
        remembered.grow(slots);
        order.grow(slots);
        ofTopicAndTown.grow(slots);
        families.grow(slots);
        posts.resize(slots);
        copies = new Buckets(slots);
        for (int band = 0; band < bands.length; band++) {
            bands[band] = new Buckets(slots);
        }
        for (int slot = live.first(); slot != NONE; slot = order.after(slot)) {
            posts.add(remembered.postHash(slot), slot);
            fillBuckets(slot, families.older(slot) == NONE);
        }
        for (int slot = before; slot < slots; slot++) {
            order.append(free, slot);
        }
    }

    /** The first post of an incident need not look for others of it. */
    private void fillBuckets(int slot, boolean first) {
        int copy = remembered.copyKey(slot);
        copies.put(copy, slot, Buckets.CELLS - 1);
        if (!remembered.hasWords(slot)) {
            return;
        }
        for (int band = 0; band < bands.length; band++) {
            int key = Buckets.key(remembered.band(slot, band), band);
            bands[band].put(key, slot, first ? Buckets.CELLS - 1 : givesWay(bands[band], key, slot));
        }
    }

    /** An older post of the same incident gives way, so that one stands for all; else the oldest of the bucket. */
    private int givesWay(Buckets band, int key, int slot) {
        int bucket = band.bucket(key);
        for (int cell = 0; cell < Buckets.CELLS - 1; cell++) {
            int other = band.slot(bucket, cell, key);
            if (other != NONE && (!remembered.isLive(other) || remembered.areOfOneIncident(other, slot))) {
                return cell;
            }
        }
        return Buckets.CELLS - 1;
    }

    void add(IncidentId incident, SimilarPost post) {
        forget(post.id());
        remembered.learn(post);
        query.read(post, remembered);
        limit(incident);
        if (live.size() == capacity) {
            free(live.first());
        }
        if (free.size() == 0) {
            grow((int) Math.min(capacity, 2L * remembered.slots()));
        }
        int newest = families.newest(incident);
        int slot = free.first();
        order.remove(free, slot);
        remembered.set(slot, incident, post, query);
        order.append(live, slot);
        posts.add(Remembered.hash(post.id()), slot);
        families.add(slot, newest);
        if (query.topicAndTown() != Query.UNKNOWN) {
            ofTopicAndTown.append(topicsAndTowns.computeIfAbsent(query.topicAndTown(), any -> new Links.Ends()), slot);
        }
        fillBuckets(slot, newest == NONE);
        oldest = Math.min(oldest, query.at);
    }

    /** Of a wave in one incident only the newest posts stay. */
    private void limit(IncidentId incident) {
        int slot = families.newest(incident);
        for (int i = 1; i < MOST_OF_ONE_INCIDENT && slot != NONE; i++) {
            slot = families.older(slot);
        }
        if (slot != NONE) {
            takeOut(slot);
        }
    }

    void forget(PostId post) {
        int slot = posts.find(Remembered.hash(post), known -> remembered.is(known, post));
        if (slot != NONE) {
            takeOut(slot);
        }
    }

    void remove(IncidentId incident) {
        for (int slot = families.newest(incident); slot != NONE; slot = families.newest(incident)) {
            takeOut(slot);
        }
    }

    void evictBefore(Instant instant) {
        long limit = instant.toEpochMilli();
        if (limit <= oldest) {
            return;
        }
        oldest = Long.MAX_VALUE;
        int slot = live.first();
        while (slot != NONE) {
            int after = order.after(slot);
            if (remembered.at(slot) < limit) {
                leave(slot);
            } else {
                oldest = Math.min(oldest, remembered.at(slot));
            }
            slot = after;
        }
    }

    /** Posts come late, too: who is old but not the first that came would push others out of their buckets. */
    private void leave(int slot) {
        if (slot == live.first()) {
            free(slot);
        } else {
            takeOut(slot);
        }
    }

    /** Frees a slot that is not the oldest, so that its cells push nobody out. */
    private void takeOut(int slot) {
        copies.remove(remembered.copyKey(slot), slot);
        for (int band = 0; remembered.hasWords(slot) && band < bands.length; band++) {
            bands[band].remove(Buckets.key(remembered.band(slot, band), band), slot);
        }
        free(slot);
    }

    private void free(int slot) {
        order.remove(live, slot);
        posts.remove(remembered.postHash(slot), slot);
        families.remove(slot);
        int key = remembered.topicAndTown(slot);
        Links.Ends chain = topicsAndTowns.get(key);
        if (chain != null) {
            ofTopicAndTown.remove(chain, slot);
            if (chain.size() == 0) {
                topicsAndTowns.remove(key);
            }
        }
        remembered.free(slot);
        order.append(free, slot);
    }

    int size() {
        return live.size();
    }

    /**
     * Collects what shares a band with a post.
     *
     * <p>All tables, that of copies too, are asked before one is read, so that memory looks for them at once.
     */
    void collect(Query post, Candidates candidates) {
        for (int band = 0; band < bands.length; band++) {
            ask(bands[band], band, Buckets.key(Sketch.band(post.bins, 0, band), band));
        }
        ask(copies, COPIES, post.copyKey());
        for (int band = 0; band < bands.length; band++) {
            bands[band].collect(keys[band], places[band], enough[band], candidates);
        }
    }

    private void ask(Buckets table, int at, int key) {
        keys[at] = key;
        places[at] = table.bucket(key);
        enough[at] = table.enough(key, places[at]);
    }

    Buckets band(int band) {
        return bands[band];
    }

    Buckets copies() {
        return copies;
    }

    /** Returns the newest post of a topic in a town, or -1. */
    int newest(int topicAndTown) {
        Links.@Nullable Ends chain = topicsAndTowns.get(topicAndTown);
        return chain == null ? NONE : chain.last();
    }

    int olderOfTopicAndTown(int slot) {
        return ofTopicAndTown.before(slot);
    }
}
