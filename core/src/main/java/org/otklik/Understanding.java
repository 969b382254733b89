package org.otklik;

import java.util.Optional;
import org.otklik.classify.Classification;
import org.otklik.cluster.SimilarPost;
import org.otklik.place.Location;
import org.otklik.route.Route;

/**
 * What the desk makes of a post, before anything is stored; immutable.
 *
 * @param classification candidate, unsure or no incident, with evidence
 * @param location where it is, with evidence
 * @param route who should act; empty when it is no candidate
 * @param fingerprint by which similar posts are found
 */
public record Understanding(
        Classification classification, Location location, Optional<Route> route, SimilarPost fingerprint) {}
