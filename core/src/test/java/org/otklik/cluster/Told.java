package org.otklik.cluster;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;
import org.otklik.text.Words;

/** Posts for tests of the index: a text with what the desk would make of it. */
final class Told {

    static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");

    private Told() {}

    static IncidentId incident(int number) {
        return IncidentId.of(String.format(Locale.ROOT, "%026d", number));
    }

    /** A pothole in Samara, told at noon. */
    static SimilarPost pit(String id, String text) {
        return post(id, text, "roads.potholes", "samara", NOON);
    }

    static SimilarPost post(String id, String text, String topic, String town, Instant at) {
        return post(id, text, Optional.of(TopicId.of(topic)), Optional.of(PlaceId.of(town)), at);
    }

    static SimilarPost post(String id, String text, Optional<TopicId> topic, Optional<PlaceId> town, Instant at) {
        PostText scan =
                PostText.of(Post.builder(PostId.of("vk", id), at).text(text).build());
        return new SimilarPost(
                PostId.of("vk", id),
                scan.normalisedHash(),
                scan.own().size(),
                Sketch.of(scan),
                topic,
                town,
                town,
                OptionalLong.empty(),
                at);
    }

    static SimilarPost on(String street, SimilarPost post) {
        return new SimilarPost(
                post.id(),
                post.text(),
                post.words(),
                post.sketch(),
                post.topic(),
                post.place(),
                post.municipality(),
                OptionalLong.of(Words.stemHash(street)),
                post.at());
    }
}
