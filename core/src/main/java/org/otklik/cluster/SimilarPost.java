package org.otklik.cluster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.text.TextHash;

/**
 * What the index knows of a post: hashes, topic, place and time, no text; immutable.
 *
 * @param text hash of the folded words
 * @param words number of words
 * @param topic topic, if known
 * @param place the narrowest place, if known
 * @param municipality the municipality of that place, if known
 * @param street hash of the street, if one is named
 * @param at when the post was published
 */
public record SimilarPost(
        TextHash text,
        int words,
        Optional<TopicId> topic,
        Optional<PlaceId> place,
        Optional<PlaceId> municipality,
        OptionalLong street,
        Instant at) {

    /** Checks the parts. */
    public SimilarPost {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(at, "at");
        if (words < 0) {
            throw new IllegalArgumentException("A post cannot have " + words + " words.");
        }
    }
}
