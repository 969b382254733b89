package org.otklik.cluster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.post.PostId;
import org.otklik.text.TextHash;

/**
 * What the index knows of a post: hashes, topic, place and time, no text; immutable.
 *
 * @param id which post
 * @param text hash of the folded words
 * @param words number of words
 * @param sketch by which near-copies are found
 * @param topic topic, if known
 * @param place the narrowest place, if known
 * @param municipality the municipality of that place, if known
 * @param street hash of the street, if one is named
 * @param at when the post was published
 */
public record SimilarPost(
        PostId id,
        TextHash text,
        int words,
        Sketch sketch,
        Optional<TopicId> topic,
        Optional<PlaceId> place,
        Optional<PlaceId> municipality,
        OptionalLong street,
        Instant at) {

    /** Checks the parts. */
    public SimilarPost {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sketch, "sketch");
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
