package org.otklik.internal.decide;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.otklik.Understanding;
import org.otklik.classify.Classification;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.Sketch;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.internal.unit.DeskParts;
import org.otklik.place.AddressMention;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.post.Post;
import org.otklik.route.Route;
import org.otklik.route.RouteRequest;
import org.otklik.text.PostText;
import org.otklik.text.TextScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sense of a post: one scan, then classifier, locator and router on it. Pure, thread-safe. */
public final class Understander {

    private static final Logger log = LoggerFactory.getLogger(Understander.class);

    private final DeskParts parts;
    private final Pages pages;
    private final TextScanner scanner = new TextScanner();
    private final Function<PostText, Understanding> reader = this::read;

    /** Creates the understander of a desk. */
    public Understander(DeskParts parts) {
        this.parts = parts;
        this.pages = new Pages(parts.region());
    }

    /** Understands a post with its discussion. */
    public Understanding understand(Post post) {
        return scanner.read(pages.located(post), reader);
    }

    private Understanding read(PostText text) {
        Classification classification = parts.classifier().classify(text);
        Location location = parts.locator().locate(text);
        if (classification instanceof Classification.Candidate candidate) {
            SimilarPost fingerprint = fingerprint(text, classification, location);
            return new Understanding(
                    classification, location, Optional.of(route(text, candidate, location)), () -> fingerprint);
        }
        Post post = text.post();
        return new Understanding(
                classification,
                location,
                Optional.empty(),
                () -> fingerprint(PostText.of(post), classification, location));
    }

    /** Understands a post if it can be digested; a post that cannot must not stand in the way of the others. */
    public Optional<Understanding> tryToUnderstand(Post post) {
        try {
            return Optional.of(understand(post));
        } catch (RuntimeException e) {
            log.debug("The post {} cannot be understood; it is shown without an understanding.", post.id(), e);
            return Optional.empty();
        }
    }

    /** Understands a post for a person, who decides also where no rule can digest its text. */
    Understanding understandForPerson(Post post) {
        return tryToUnderstand(post)
                .orElseGet(() ->
                        understand(Post.builder(post.id(), post.publishedAt()).build()));
    }

    private Route route(PostText text, Classification.Candidate candidate, Location location) {
        return parts.router()
                .route(new RouteRequest(
                        candidate.topic(),
                        candidate.kind(),
                        location,
                        location.scale(),
                        candidate.severity(),
                        parts.now(),
                        Set.of(),
                        Optional.of(text)));
    }

    private SimilarPost fingerprint(PostText text, Classification classification, Location location) {
        Optional<PlaceId> place = place(location);
        return new SimilarPost(
                text.post().id(),
                text.normalisedHash(),
                text.own().size(),
                Sketch.of(text),
                topic(classification),
                place,
                place.isPresent() ? municipality(place.get()) : Optional.empty(),
                street(location),
                text.post().publishedAt());
    }

    private static OptionalLong street(Location location) {
        Optional<AddressMention> address = location.address();
        return address.isPresent() ? OptionalLong.of(address.get().streetHash()) : OptionalLong.empty();
    }

    private static Optional<TopicId> topic(Classification classification) {
        return classification instanceof Classification.Candidate candidate ? candidate.topic() : Optional.empty();
    }

    /** Returns the place of a location, unless it is ambiguous. */
    static Optional<PlaceId> place(Location location) {
        return location.isAmbiguous() ? Optional.empty() : location.best().map(PlaceCandidate::place);
    }

    /** Returns the municipality of a place. */
    Optional<PlaceId> municipality(PlaceId place) {
        return parts.region().gazetteer().municipalityOf(place).map(Place::id);
    }
}
