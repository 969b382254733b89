package org.otklik;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.CleanText;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/** Collects what is known of a {@link PastIncident}; for one thread. */
public final class PastIncidentBuilder {

    final String number;
    final Instant registeredAt;
    String text = "";
    String answer = "";
    MessageKind kind = MessageKind.OTHER;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant closedAt;

    @Nullable
    PostId post;

    @Nullable
    NetworkId network;

    @Nullable
    URI link;

    @Nullable
    AuthorRef author;

    @Nullable
    TopicId topic;

    @Nullable
    PlaceId municipality;

    @Nullable
    BodyId body;

    @Nullable
    Outcome outcome;

    PastIncidentBuilder(String number, Instant registeredAt) {
        this.number = CleanText.of(number).strip();
        this.registeredAt = Objects.requireNonNull(registeredAt, "registeredAt");
    }

    /**
     * Sets what the citizen wrote.
     *
     * @param value possibly empty
     * @return this builder
     */
    public PastIncidentBuilder text(String value) {
        text = CleanText.of(value);
        return this;
    }

    /**
     * Sets what was answered.
     *
     * @param value possibly empty
     * @return this builder
     */
    public PastIncidentBuilder answer(String value) {
        answer = CleanText.of(value);
        return this;
    }

    /**
     * Sets what it was.
     *
     * @param value the kind
     * @return this builder
     */
    public PastIncidentBuilder kind(MessageKind value) {
        kind = value;
        return this;
    }

    /**
     * Sets when the post was published.
     *
     * @param value the instant
     * @return this builder
     */
    public PastIncidentBuilder publishedAt(Instant value) {
        publishedAt = value;
        return this;
    }

    /**
     * Sets when it was answered.
     *
     * @param value the instant
     * @return this builder
     */
    public PastIncidentBuilder answeredAt(Instant value) {
        answeredAt = value;
        return this;
    }

    /**
     * Sets when it was over.
     *
     * @param value the instant
     * @return this builder
     */
    public PastIncidentBuilder closedAt(Instant value) {
        closedAt = value;
        return this;
    }

    /**
     * Sets the post.
     *
     * @param value network and native id
     * @return this builder
     */
    public PastIncidentBuilder post(PostId value) {
        post = value;
        return this;
    }

    /**
     * Sets the network, for a post whose id is not known.
     *
     * @param value where it was
     * @return this builder
     */
    public PastIncidentBuilder network(NetworkId value) {
        network = value;
        return this;
    }

    /**
     * Sets the address of the post.
     *
     * @param value the link
     * @return this builder
     */
    public PastIncidentBuilder link(URI value) {
        link = value;
        return this;
    }

    /**
     * Sets who wrote it.
     *
     * @param value the author
     * @return this builder
     */
    public PastIncidentBuilder author(AuthorRef value) {
        author = value;
        return this;
    }

    /**
     * Sets what it was about.
     *
     * @param value a topic of the region
     * @return this builder
     */
    public PastIncidentBuilder topic(TopicId value) {
        topic = value;
        return this;
    }

    /**
     * Sets where it was.
     *
     * @param value a place of the region
     * @return this builder
     */
    public PastIncidentBuilder municipality(PlaceId value) {
        municipality = value;
        return this;
    }

    /**
     * Sets who answered for it.
     *
     * @param value a body of the region
     * @return this builder
     */
    public PastIncidentBuilder body(BodyId value) {
        body = value;
        return this;
    }

    /**
     * Sets with what it was closed.
     *
     * @param value the outcome
     * @return this builder
     */
    public PastIncidentBuilder outcome(Outcome value) {
        outcome = value;
        return this;
    }

    /**
     * Returns the incident.
     *
     * @return as collected; what does not fit is told when it is taken over
     */
    public PastIncident build() {
        return new PastIncident(this);
    }
}
