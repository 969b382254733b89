package org.otklik.cluster;

/** A post as the index compares it, in numbers; written anew for each question. For one thread. */
final class Query {

    /** Topic or town is not known. */
    static final int UNKNOWN = 0;

    private static final int MOST_WORDS = Short.MAX_VALUE;

    long[] bins = Sketch.EMPTY.bins();
    short[] marks = Sketch.EMPTY.marks();
    boolean hasWords;
    long text;
    long at;
    int street;
    int words;
    char topic;
    char place;
    char municipality;

    Query read(SimilarPost post, Remembered remembered) {
        bins = post.sketch().bins();
        marks = post.sketch().marks();
        hasWords = post.sketch().hasWords();
        text = post.text().high() ^ post.text().low() * 0x9E3779B97F4A7C15L;
        at = post.at().toEpochMilli();
        street = post.street().isPresent() ? fold(post.street().getAsLong()) : 0;
        words = Math.min(post.words(), MOST_WORDS);
        topic = remembered.topicOf(post);
        place = remembered.placeOf(post.place());
        municipality = remembered.placeOf(post.municipality());
        return this;
    }

    private static int fold(long hash) {
        int folded = (int) (hash ^ hash >>> 32);
        return folded == 0 ? 1 : folded;
    }

    int copyKey() {
        return copyKey(text, municipality);
    }

    int topicAndTown() {
        return topicAndTown(topic, municipality);
    }

    /** The key of exact copies: the same words in the same town. */
    static int copyKey(long text, char municipality) {
        return Buckets.key((int) (text ^ text >>> 32) + municipality, Sketch.BANDS);
    }

    /** The key of posts of one topic in one town. */
    static int topicAndTown(char topic, char municipality) {
        return topic == Codes.NONE || municipality == Codes.NONE ? UNKNOWN : topic << 16 | municipality;
    }
}
