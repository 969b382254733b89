package org.otklik.cluster;

import java.util.Arrays;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/** What is remembered of posts, in columns: a slot each, some 200 bytes. For one thread. */
final class Remembered {

    /** Ids of posts in the networks have up to 23 characters, as a rule. */
    private static final int POST = 24;

    private static final int INCIDENT = 27;
    private static final short FREE = -1;

    private final Codes<TopicId> topics = new Codes<>();
    private final Codes<PlaceId> places = new Codes<>();
    private final Codes<NetworkId> networks = new Codes<>();

    private final Cells posts = new Cells(POST);
    private final Cells incidents = new Cells(INCIDENT);
    private char[] network = new char[0];
    private long[] bins = new long[0];
    private short[] marks = new short[0];
    private long[] text = new long[0];
    private long[] at = new long[0];
    private int[] street = new int[0];
    private short[] words = new short[0];
    private char[] topic = new char[0];
    private char[] place = new char[0];
    private char[] municipality = new char[0];

    void grow(int slots) {
        posts.grow(slots);
        incidents.grow(slots);
        int before = words.length;
        network = Arrays.copyOf(network, slots);
        bins = Arrays.copyOf(bins, slots * Sketch.LONGS);
        marks = Arrays.copyOf(marks, slots * Marks.WIDTH);
        text = Arrays.copyOf(text, slots);
        at = Arrays.copyOf(at, slots);
        street = Arrays.copyOf(street, slots);
        words = Arrays.copyOf(words, slots);
        topic = Arrays.copyOf(topic, slots);
        place = Arrays.copyOf(place, slots);
        municipality = Arrays.copyOf(municipality, slots);
        Arrays.fill(words, before, slots, FREE);
    }

    int slots() {
        return words.length;
    }

    /** Numbers what a post names for the first time, so that a query can be compared. */
    void learn(SimilarPost post) {
        topics.of(post.topic());
        places.of(post.place());
        places.of(post.municipality());
        networks.of(post.id().network());
    }

    char topicOf(SimilarPost post) {
        return topics.find(post.topic());
    }

    char placeOf(Optional<PlaceId> value) {
        return places.find(value);
    }

    void set(int slot, IncidentId incident, SimilarPost post, Query query) {
        network[slot] = networks.of(post.id().network());
        posts.set(slot, post.id().nativeId());
        incidents.set(slot, incident.value());
        System.arraycopy(query.bins, 0, bins, slot * Sketch.LONGS, Sketch.LONGS);
        System.arraycopy(query.marks, 0, marks, slot * Marks.WIDTH, Marks.WIDTH);
        text[slot] = query.text;
        at[slot] = query.at;
        street[slot] = query.street;
        words[slot] = (short) query.words;
        topic[slot] = query.topic;
        place[slot] = query.place;
        municipality[slot] = query.municipality;
    }

    void free(int slot) {
        words[slot] = FREE;
        posts.clear(slot);
        incidents.clear(slot);
    }

    boolean isLive(int slot) {
        return words[slot] != FREE;
    }

    boolean isOf(int slot, IncidentId incident) {
        return incidents.is(slot, incident.value());
    }

    boolean is(int slot, PostId post) {
        return networks.value(network[slot]).equals(post.network()) && posts.is(slot, post.nativeId());
    }

    boolean areOfOneIncident(int one, int other) {
        return incidents.areSame(one, other);
    }

    IncidentId incident(int slot) {
        return IncidentId.of(incidents.get(slot));
    }

    PostId post(int slot) {
        return new PostId(networks.value(network[slot]), posts.get(slot));
    }

    static int hash(PostId post) {
        return post.nativeId().hashCode() * 31 + post.network().code().hashCode();
    }

    int postHash(int slot) {
        return posts.hash(slot) * 31 + networks.value(network[slot]).code().hashCode();
    }

    int incidentHash(int slot) {
        return incidents.hash(slot);
    }

    int band(int slot, int band) {
        return Sketch.band(bins, slot * Sketch.LONGS, band);
    }

    double resemblance(int slot, Query query) {
        return Sketch.resemblance(query.bins, bins, slot * Sketch.LONGS);
    }

    boolean contradicts(int slot, Query query) {
        return Marks.contradict(query.marks, marks, slot * Marks.WIDTH);
    }

    boolean oneNamesAHouse(int slot, Query query) {
        return Marks.oneNamesAHouse(query.marks, marks, slot * Marks.WIDTH);
    }

    boolean shareName(int slot, Query query) {
        return Marks.shareName(query.marks, marks, slot * Marks.WIDTH);
    }

    boolean hasWords(int slot) {
        return words[slot] > 0;
    }

    int copyKey(int slot) {
        return Query.copyKey(text[slot], municipality[slot]);
    }

    int topicAndTown(int slot) {
        return Query.topicAndTown(topic[slot], municipality[slot]);
    }

    long text(int slot) {
        return text[slot];
    }

    long at(int slot) {
        return at[slot];
    }

    int street(int slot) {
        return street[slot];
    }

    int words(int slot) {
        return words[slot];
    }

    char topic(int slot) {
        return topic[slot];
    }

    char place(int slot) {
        return place[slot];
    }

    char municipality(int slot) {
        return municipality[slot];
    }
}
