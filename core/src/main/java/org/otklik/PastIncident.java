package org.otklik;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/** A closed incident as an earlier system has it; immutable. {@link #toString()} shows no text. */
public final class PastIncident {

    private final String number;
    private final Instant registeredAt;
    private final Instant publishedAt;
    private final Instant closedAt;
    private final String text;
    private final String answer;
    private final MessageKind kind;
    private final @Nullable Instant answeredAt;
    private final @Nullable PostId post;
    private final @Nullable NetworkId network;
    private final @Nullable URI link;
    private final @Nullable AuthorRef author;
    private final @Nullable TopicId topic;
    private final @Nullable PlaceId municipality;
    private final @Nullable BodyId body;
    private final @Nullable Outcome outcome;

    PastIncident(PastIncidentBuilder builder) {
        number = builder.number;
        registeredAt = builder.registeredAt;
        publishedAt = Objects.requireNonNullElse(builder.publishedAt, registeredAt);
        answeredAt = builder.answeredAt;
        closedAt = Objects.requireNonNullElse(
                builder.closedAt, Objects.requireNonNullElse(builder.answeredAt, registeredAt));
        text = builder.text;
        answer = builder.answer;
        kind = builder.kind;
        post = builder.post;
        network = builder.network;
        link = builder.link;
        author = builder.author;
        topic = builder.topic;
        municipality = builder.municipality;
        body = builder.body;
        outcome = builder.outcome;
    }

    /**
     * Starts an incident.
     *
     * @param number its number in the earlier system, 1 to 100 characters
     * @param registeredAt when it was registered there
     * @return a builder
     */
    public static PastIncidentBuilder builder(String number, Instant registeredAt) {
        return new PastIncidentBuilder(number, registeredAt);
    }

    /**
     * Tells the number in the earlier system.
     *
     * @return its key
     */
    public String number() {
        return number;
    }

    /**
     * Tells when it was registered there.
     *
     * @return the instant by which reports count it
     */
    public Instant registeredAt() {
        return registeredAt;
    }

    /**
     * Tells when the post was published.
     *
     * @return as given, or the registration
     */
    public Instant publishedAt() {
        return publishedAt;
    }

    /**
     * Tells when it was answered.
     *
     * @return the instant, if it was
     */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /**
     * Tells when it was over.
     *
     * @return as given, or the answer, or the registration
     */
    public Instant closedAt() {
        return closedAt;
    }

    /**
     * Gives what the citizen wrote.
     *
     * @return possibly empty
     */
    public String text() {
        return text;
    }

    /**
     * Gives what was answered.
     *
     * @return possibly empty
     */
    public String answer() {
        return answer;
    }

    /**
     * Tells what it was.
     *
     * @return {@link MessageKind#OTHER} if the earlier system did not say
     */
    public MessageKind kind() {
        return kind;
    }

    /**
     * Tells which post it came from.
     *
     * @return network and native id, if known
     */
    public Optional<PostId> post() {
        return Optional.ofNullable(post);
    }

    /**
     * Tells where the post was.
     *
     * @return the network, if known
     */
    public Optional<NetworkId> network() {
        return Optional.ofNullable(post == null ? network : post.network());
    }

    /**
     * Tells the address of the post.
     *
     * @return the link, if known
     */
    public Optional<URI> link() {
        return Optional.ofNullable(link);
    }

    /**
     * Tells who wrote it.
     *
     * @return the author, if known
     */
    public Optional<AuthorRef> author() {
        return Optional.ofNullable(author);
    }

    /**
     * Tells what it was about.
     *
     * @return a topic of the region, if known
     */
    public Optional<TopicId> topic() {
        return Optional.ofNullable(topic);
    }

    /**
     * Tells where it was.
     *
     * @return a place of the region, if known
     */
    public Optional<PlaceId> municipality() {
        return Optional.ofNullable(municipality);
    }

    /**
     * Tells who answered for it.
     *
     * @return a body of the region, if known
     */
    public Optional<BodyId> body() {
        return Optional.ofNullable(body);
    }

    /**
     * Tells with what it was closed.
     *
     * @return the outcome, if known
     */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    @Override
    public String toString() {
        return "past incident of " + registeredAt;
    }
}
