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
import org.otklik.post.CleanText;
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

    private PastIncident(Builder builder) {
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
    public static Builder builder(String number, Instant registeredAt) {
        return new Builder(number, registeredAt);
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

    /** Collects what is known; for one thread. */
    public static final class Builder {

        private final String number;
        private final Instant registeredAt;
        private String text = "";
        private String answer = "";
        private MessageKind kind = MessageKind.OTHER;
        private @Nullable Instant publishedAt;
        private @Nullable Instant answeredAt;
        private @Nullable Instant closedAt;
        private @Nullable PostId post;
        private @Nullable NetworkId network;
        private @Nullable URI link;
        private @Nullable AuthorRef author;
        private @Nullable TopicId topic;
        private @Nullable PlaceId municipality;
        private @Nullable BodyId body;
        private @Nullable Outcome outcome;

        private Builder(String number, Instant registeredAt) {
            this.number = CleanText.of(number).strip();
            this.registeredAt = Objects.requireNonNull(registeredAt, "registeredAt");
        }

        /**
         * Sets what the citizen wrote.
         *
         * @param value possibly empty
         * @return this builder
         */
        public Builder text(String value) {
            text = CleanText.of(value);
            return this;
        }

        /**
         * Sets what was answered.
         *
         * @param value possibly empty
         * @return this builder
         */
        public Builder answer(String value) {
            answer = CleanText.of(value);
            return this;
        }

        /**
         * Sets what it was.
         *
         * @param value the kind
         * @return this builder
         */
        public Builder kind(MessageKind value) {
            kind = value;
            return this;
        }

        /**
         * Sets when the post was published.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder publishedAt(Instant value) {
            publishedAt = value;
            return this;
        }

        /**
         * Sets when it was answered.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder answeredAt(Instant value) {
            answeredAt = value;
            return this;
        }

        /**
         * Sets when it was over.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder closedAt(Instant value) {
            closedAt = value;
            return this;
        }

        /**
         * Sets the post.
         *
         * @param value network and native id
         * @return this builder
         */
        public Builder post(PostId value) {
            post = value;
            return this;
        }

        /**
         * Sets the network, for a post whose id is not known.
         *
         * @param value where it was
         * @return this builder
         */
        public Builder network(NetworkId value) {
            network = value;
            return this;
        }

        /**
         * Sets the address of the post.
         *
         * @param value the link
         * @return this builder
         */
        public Builder link(URI value) {
            link = value;
            return this;
        }

        /**
         * Sets who wrote it.
         *
         * @param value the author
         * @return this builder
         */
        public Builder author(AuthorRef value) {
            author = value;
            return this;
        }

        /**
         * Sets what it was about.
         *
         * @param value a topic of the region
         * @return this builder
         */
        public Builder topic(TopicId value) {
            topic = value;
            return this;
        }

        /**
         * Sets where it was.
         *
         * @param value a place of the region
         * @return this builder
         */
        public Builder municipality(PlaceId value) {
            municipality = value;
            return this;
        }

        /**
         * Sets who answered for it.
         *
         * @param value a body of the region
         * @return this builder
         */
        public Builder body(BodyId value) {
            body = value;
            return this;
        }

        /**
         * Sets with what it was closed.
         *
         * @param value the outcome
         * @return this builder
         */
        public Builder outcome(Outcome value) {
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
}
