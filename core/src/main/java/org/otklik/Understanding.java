package org.otklik;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.otklik.classify.Classification;
import org.otklik.cluster.SimilarPost;
import org.otklik.place.Location;
import org.otklik.route.Route;

/** What the desk makes of a post, before anything is stored; immutable and thread-safe. */
public final class Understanding {

    private final Classification classification;
    private final Location location;
    private final Optional<Route> route;
    private final Supplier<SimilarPost> fingerprint;

    /**
     * Puts together what was found.
     *
     * @param classification candidate, unsure or no incident, with evidence
     * @param location where it is, with evidence
     * @param route who should act; empty when it is no candidate
     * @param fingerprint makes the fingerprint when it is asked for, and the same each time
     */
    public Understanding(
            Classification classification,
            Location location,
            Optional<Route> route,
            Supplier<SimilarPost> fingerprint) {
        this.classification = Objects.requireNonNull(classification, "classification");
        this.location = Objects.requireNonNull(location, "location");
        this.route = Objects.requireNonNull(route, "route");
        this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * Tells what the post is.
     *
     * @return candidate, unsure or no incident, with evidence
     */
    public Classification classification() {
        return classification;
    }

    /**
     * Tells where it is.
     *
     * @return the places, with evidence
     */
    public Location location() {
        return location;
    }

    /**
     * Tells who should act.
     *
     * @return the route; empty when the post is no candidate
     */
    public Optional<Route> route() {
        return route;
    }

    /**
     * Gives that by which similar posts are found. Of a post that is no candidate it is made when it is asked for, since
     * hardly anybody asks.
     *
     * @return hashes, topic, place and time
     */
    public SimilarPost fingerprint() {
        return fingerprint.get();
    }

    @Override
    public String toString() {
        return "understanding of " + classification + ", " + location + ", " + route;
    }
}
