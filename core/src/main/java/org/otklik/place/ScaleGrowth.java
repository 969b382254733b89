package org.otklik.place;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PlaceId;

/**
 * How far a trouble reaches once more people write of it, in other words, from other places; immutable and thread-safe.
 *
 * <p>A scale only grows: what one post reports of the whole town stays true when the next one speaks of its yard.
 */
public final class ScaleGrowth {

    /** So many different authors are more than a house or a street. */
    public static final int AUTHORS_OF_A_QUARTER = 10;

    /** So many different authors are more than a village or a quarter. */
    public static final int AUTHORS_OF_A_TOWN = 100;

    private static final Set<PlaceReason> FROM_ELSEWHERE =
            Set.of(PlaceReason.PAGE, PlaceReason.PARENT, PlaceReason.ROOT, PlaceReason.AMBIGUOUS);

    private final Gazetteer gazetteer;

    private ScaleGrowth(Gazetteer gazetteer) {
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
    }

    /** What made a scale rise. */
    public enum Cause {
        /** A post says how far the trouble reaches. */
        WORDS,
        /** A post names another place. */
        PLACES,
        /** So many different people write. */
        AUTHORS,
        /** Another incident was joined in. */
        MERGE
    }

    /**
     * A wider scale; immutable.
     *
     * @param scale how far the trouble reaches now
     * @param place the narrowest place that holds all that was named; empty if none is known
     * @param cause what made it rise
     */
    public record Rise(Scale scale, Optional<PlaceId> place, Cause cause) {

        /** Checks the parts. */
        public Rise {
            Objects.requireNonNull(scale, "scale");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * Returns the growth of scales in a region.
     *
     * @param gazetteer the region's places
     * @return the growth
     */
    public static ScaleGrowth in(Gazetteer gazetteer) {
        return new ScaleGrowth(gazetteer);
    }

    /**
     * Tells what a post adds to an incident that it joins.
     *
     * @param now how far the incident reaches so far
     * @param known the place of the incident, if it is known
     * @param post where the post is; only what it names itself counts, since its page and parent are the incident's
     * @return the rise, if there is one
     */
    public Optional<Rise> by(Scale now, Optional<PlaceId> known, Location post) {
        Optional<PlaceId> named = post.best()
                .filter(best -> best.reasons().stream().noneMatch(FROM_ELSEWHERE::contains))
                .map(PlaceCandidate::place);
        boolean told = !post.scaleEvidence().isEmpty() && post.scale().compareTo(now) > 0;
        return byPlaces(now, known, named)
                .filter(rise -> !told || rise.scale().compareTo(post.scale()) >= 0)
                .or(() -> told ? Optional.of(new Rise(post.scale(), known, Cause.WORDS)) : Optional.empty());
    }

    /**
     * Tells what another place adds.
     *
     * @param now how far the incident reaches so far
     * @param known its place, if it is known
     * @param other the other place, if it is known
     * @return the rise to the place that holds both, unless one lies in the other
     */
    public Optional<Rise> byPlaces(Scale now, Optional<PlaceId> known, Optional<PlaceId> other) {
        if (known.isEmpty() || other.isEmpty() || isOneInTheOther(known.get(), other.get())) {
            return Optional.empty();
        }
        return gazetteer.path(known.get()).stream()
                .filter(wider -> gazetteer.isWithin(other.get(), wider.id()))
                .findFirst()
                .map(common -> new Rise(scaleOf(common.kind()), Optional.of(common.id()), Cause.PLACES))
                .filter(rise -> rise.scale().compareTo(now) > 0);
    }

    private boolean isOneInTheOther(PlaceId one, PlaceId other) {
        return gazetteer.isWithin(one, other) || gazetteer.isWithin(other, one);
    }

    /**
     * Tells what the number of people adds.
     *
     * @param now how far the incident reaches so far
     * @param place its place, if it is known
     * @param authors how many different people wrote
     * @return the rise, if there is one; never beyond one municipality
     */
    public Optional<Rise> byAuthors(Scale now, Optional<PlaceId> place, int authors) {
        Scale reached = authors >= AUTHORS_OF_A_TOWN
                ? Scale.MUNICIPAL
                : authors >= AUTHORS_OF_A_QUARTER ? Scale.SETTLEMENT : Scale.HOUSE_OR_STREET;
        return List.of(reached).stream()
                .filter(scale -> scale.compareTo(now) > 0)
                .map(scale -> new Rise(scale, place, Cause.AUTHORS))
                .findFirst();
    }

    static Scale scaleOf(Place.Kind kind) {
        return switch (kind) {
            case REGION -> Scale.REGIONAL;
            case URBAN_OKRUG, MUNICIPAL_DISTRICT -> Scale.MUNICIPAL;
            case INNER_DISTRICT, SETTLEMENT -> Scale.SETTLEMENT;
        };
    }
}
