package org.otklik.benchmarks.place;

/**
 * A sentence that speaks of a place.
 *
 * @param text what is written
 * @param place id of the place that is meant
 * @param how name of the way in which it is written
 */
record Said(String text, String place, String how) {}
