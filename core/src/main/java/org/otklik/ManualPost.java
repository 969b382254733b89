package org.otklik;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PlaceId;
import org.otklik.incident.ExternalRef;
import org.otklik.post.AuthorRef;
import org.otklik.post.CleanText;

/** A message that a person takes into the desk by hand; immutable. {@link #toString()} shows no text. */
public final class ManualPost {

    /** How the message came. */
    public enum Source {
        /** A phone call. */
        PHONE,
        /** A hotline that hands over its calls. */
        HOTLINE,
        /** A link to a post that no adapter found. */
        LINK,
        /** The platform of feedback (ПОС). */
        POS,
        /** A talk at a reception or a meeting. */
        MEETING,
        /** Any other way. */
        OTHER
    }

    private final Source source;
    private final String text;
    private final Instant at;
    private @Nullable AuthorRef author;
    private @Nullable URI link;
    private @Nullable PlaceId place;
    private @Nullable ExternalRef external;

    private ManualPost(Source source, String text, Instant at) {
        this.source = Objects.requireNonNull(source, "source");
        this.text = CleanText.of(text);
        this.at = Objects.requireNonNull(at, "at");
    }

    private ManualPost(ManualPost other) {
        this(other.source, other.text, other.at);
        author = other.author;
        link = other.link;
        place = other.place;
        external = other.external;
    }

    /**
     * Returns a message.
     *
     * @param source how it came
     * @param text what was said
     * @param at when it was said
     * @return the message
     */
    public static ManualPost of(Source source, String text, Instant at) {
        return new ManualPost(source, text, at);
    }

    /**
     * Returns this message with its author.
     *
     * @param value who said it
     * @return a copy
     */
    public ManualPost by(AuthorRef value) {
        ManualPost copy = new ManualPost(this);
        copy.author = value;
        return copy;
    }

    /**
     * Returns this message with the address of the post.
     *
     * @param value where it stands; a second registration of one address is the same post
     * @return a copy
     */
    public ManualPost at(URI value) {
        ManualPost copy = new ManualPost(this);
        copy.link = value;
        return copy;
    }

    /**
     * Returns this message with its place.
     *
     * @param value what the person taking it knows
     * @return a copy
     */
    public ManualPost in(PlaceId value) {
        ManualPost copy = new ManualPost(this);
        copy.place = value;
        return copy;
    }

    /**
     * Returns this message with its number in another system.
     *
     * @param value a second registration of one number is the same post
     * @return a copy
     */
    public ManualPost from(ExternalRef value) {
        ManualPost copy = new ManualPost(this);
        copy.external = value;
        return copy;
    }

    /**
     * Tells how it came.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Returns what was said.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Tells when it was said.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * Tells who said it.
     *
     * @return the author, if known
     */
    public Optional<AuthorRef> author() {
        return Optional.ofNullable(author);
    }

    /**
     * Tells where it stands.
     *
     * @return the address, if it has one
     */
    public Optional<URI> link() {
        return Optional.ofNullable(link);
    }

    /**
     * Tells its place.
     *
     * @return the place, if known
     */
    public Optional<PlaceId> place() {
        return Optional.ofNullable(place);
    }

    /**
     * Tells its number in another system.
     *
     * @return the reference, if it came from one
     */
    public Optional<ExternalRef> external() {
        return Optional.ofNullable(external);
    }

    @Override
    public String toString() {
        return "manual post by " + source;
    }
}
