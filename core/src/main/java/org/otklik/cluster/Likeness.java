package org.otklik.cluster;

import java.util.EnumSet;
import java.util.Set;

/** Judges how a remembered post resembles the one that is asked about; for one thread. */
final class Likeness {

    private static final int FEWEST_OF_COPY = 5;
    private static final int FEWEST_OF_NEAR_COPY = 8;
    private static final int FEWEST_WITHOUT_TOPIC = 12;
    private static final double WITHOUT_TOPIC = 0.7;
    private static final int LONG = 20;
    private static final double SURE_OF_SHORT = 0.75;
    private static final double SURE_OF_SHORT_IN_TOWN = 0.6;
    private static final double SURE_WITHOUT_PLACE = 0.8;
    private static final int FEWEST_OF_PART = 10;
    private static final double PART = 0.85;
    private static final long SAME_HOURS = 6 * 3_600_000L;

    private final Remembered remembered;
    private final long window;
    private final double suggest;
    private final double attach;

    Likeness(Remembered remembered, long window, double suggest, double attach) {
        this.remembered = remembered;
        this.window = window;
        this.suggest = suggest;
        this.attach = attach;
    }

    /** Tells whether time and place let two posts be one matter. */
    boolean mayBeOne(int slot, Query query) {
        return Math.abs(remembered.at(slot) - query.at) <= window && placesAgree(slot, query);
    }

    /** Tells whether two posts name different streets; marks of texts tell it better, and forgive slips of the pen. */
    boolean otherStreet(int slot, Query query) {
        return differ(remembered.street(slot), query.street);
    }

    /** A place contradicts another only if both are known and differ at a level that both name. */
    private boolean placesAgree(int slot, Query query) {
        char place = remembered.place(slot);
        char municipality = remembered.municipality(slot);
        if (differ(municipality, query.municipality)) {
            return false;
        }
        boolean bothNarrow = place != municipality && query.place != query.municipality;
        return !bothNarrow || !differ(place, query.place);
    }

    private static boolean differ(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }

    /** Tells at one look at a sketch that the rest need not be compared. */
    boolean isFarFrom(int slot, Query query) {
        return remembered.resemblance(slot, query) < suggest / 2;
    }

    boolean isCopy(int slot, Query query) {
        return remembered.text(slot) == query.text && remembered.words(slot) == query.words;
    }

    /** How alike the words are: 1 for a copy, 0 where numbers or names contradict. */
    double words(int slot, Query query) {
        if (isCopy(slot, query)) {
            return 1;
        }
        double common = remembered.resemblance(slot, query);
        if (common < suggest / 2 || remembered.contradicts(slot, query)) {
            return 0;
        }
        return Math.min(0.99, Math.max(common, part(common, slot, query)));
    }

    /** A post that was cut off, or got words before and after, is nearly contained in the other. */
    private double part(double common, int slot, Query query) {
        int fewer = Math.min(remembered.words(slot), query.words);
        if (fewer < FEWEST_OF_PART) {
            return 0;
        }
        double contained = common * (remembered.words(slot) + query.words) / (1 + common) / fewer;
        return contained >= PART ? attach : 0;
    }

    boolean attaches(double words, int slot, Query query) {
        if (words < attach) {
            return false;
        }
        int fewer = Math.min(remembered.words(slot), query.words);
        if (words < 1 && isDoubtful(words, fewer, slot, query)) {
            return false;
        }
        if (query.topic == Codes.NONE || remembered.topic(slot) != query.topic) {
            return words >= Math.max(attach, WITHOUT_TOPIC) && fewer >= FEWEST_WITHOUT_TOPIC;
        }
        return fewer >= (words == 1 ? FEWEST_OF_COPY : FEWEST_OF_NEAR_COPY);
    }

    /** A short text must say as much of the place as the other, and one without any must repeat it nearly whole. */
    private boolean isDoubtful(double words, int fewer, int slot, Query query) {
        boolean placed = query.municipality != Codes.NONE && query.municipality == remembered.municipality(slot);
        if (fewer < LONG) {
            return words < (placed ? SURE_OF_SHORT_IN_TOWN : SURE_OF_SHORT)
                    || remembered.oneNamesAHouse(slot, query)
                    || (query.municipality == Codes.NONE) != (remembered.municipality(slot) == Codes.NONE);
        }
        return !placed && words < SURE_WITHOUT_PLACE && !remembered.shareName(slot, query);
    }

    boolean suggests(double words, int slot, Query query) {
        if (words < suggest) {
            return false;
        }
        int fewer = Math.min(remembered.words(slot), query.words);
        boolean sameTopic = query.topic != Codes.NONE && remembered.topic(slot) == query.topic;
        return words == 1 || (sameTopic ? fewer >= 3 : words >= attach && fewer >= FEWEST_OF_COPY);
    }

    /** How likely posts of one topic in one town are one matter, whatever their words. */
    double circumstances(int slot, Query query) {
        double score = 0.4;
        score += isSamePlace(slot, query) ? 0.1 : 0;
        score += isSameStreet(slot, query) ? 0.3 : 0;
        score += isSameHours(slot, query) ? 0.1 : 0;
        return score;
    }

    private boolean isSamePlace(int slot, Query query) {
        return query.place != Codes.NONE && query.place != query.municipality && query.place == remembered.place(slot);
    }

    private boolean isSameStreet(int slot, Query query) {
        return query.street != 0 && query.street == remembered.street(slot);
    }

    private boolean isSameHours(int slot, Query query) {
        return Math.abs(remembered.at(slot) - query.at) <= SAME_HOURS;
    }

    Set<SimilarityReason> reasons(double words, int slot, Query query) {
        EnumSet<SimilarityReason> reasons = EnumSet.noneOf(SimilarityReason.class);
        addIf(reasons, SimilarityReason.SAME_TEXT, words == 1);
        addIf(reasons, SimilarityReason.NEAR_TEXT, words < 1 && suggests(words, slot, query));
        addIf(reasons, SimilarityReason.SAME_TOPIC, query.topic != Codes.NONE && query.topic == remembered.topic(slot));
        addIf(
                reasons,
                SimilarityReason.SAME_MUNICIPALITY,
                query.municipality != Codes.NONE && query.municipality == remembered.municipality(slot));
        addIf(reasons, SimilarityReason.SAME_PLACE, isSamePlace(slot, query));
        addIf(reasons, SimilarityReason.SAME_STREET, isSameStreet(slot, query));
        addIf(reasons, SimilarityReason.SAME_HOURS, isSameHours(slot, query));
        return reasons;
    }

    private static void addIf(Set<SimilarityReason> reasons, SimilarityReason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
