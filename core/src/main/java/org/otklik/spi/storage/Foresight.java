package org.otklik.spi.storage;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.PostId;

/**
 * What a transaction is about to ask of one incident, whose row itself is always meant; immutable.
 *
 * @param subject which incident
 * @param parts what belongs to it
 * @param posts posts that will be looked up by id
 * @param texts keys of texts of the incident that will be looked up
 * @param replies replies on their way that will be looked up
 */
public record Foresight(
        Subject subject, Set<Part> parts, Set<PostId> posts, Set<String> texts, Set<PublicationId> replies) {

    /** Which incident is meant; immutable. */
    public sealed interface Subject {

        /**
         * The incident with this id.
         *
         * @param incident the id
         */
        record Named(IncidentId incident) implements Subject {}

        /**
         * The incident whose id is a value of {@link StateStore}, which will be read first.
         *
         * @param scope the scope of the value
         * @param key the key of the value
         */
        record Stored(String scope, String key) implements Subject {}

        /**
         * The incident into which another was joined, with whatever that was joined into in turn; the incident itself
         * while it stands alone. Those on the way are meant as well, for {@link IncidentStore#find}.
         *
         * @param incident the id of the one that was joined
         */
        record SurvivorOf(IncidentId incident) implements Subject {}
    }

    /** What belongs to an incident. */
    public enum Part {
        /**
         * For {@link PostStore#tally}, {@link PostStore#markAnswers}, {@link PostStore#moveAll} and
         * {@link PostStore#moveBack}.
         */
        POSTS,
        /** Those that await an answer, for {@link PostStore#ofIncident} and {@link PostStore#find}. */
        AWAITING,
        /** For {@link InstructionStore#about}. */
        INSTRUCTIONS,
        /**
         * The incidents that were ever joined into it, with those joined into them, and the histories of all of these and
         * its own; for {@link IncidentStore#find} and {@link EventStore#read}.
         */
        JOINED
    }

    /** Copies the sets. */
    public Foresight {
        parts = Set.copyOf(parts);
        posts = Set.copyOf(posts);
        texts = Set.copyOf(texts);
        replies = Set.copyOf(replies);
    }

    /**
     * Begins with an incident whose id is known.
     *
     * @param incident which
     * @return the row of the incident alone
     */
    public static Foresight of(IncidentId incident) {
        return new Foresight(new Subject.Named(incident), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Begins with an incident whose id is a stored value.
     *
     * @param scope the scope of the value
     * @param key the key of the value
     * @return the row of the incident alone
     */
    public static Foresight ofStored(String scope, String key) {
        return new Foresight(new Subject.Stored(scope, key), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Begins with the incident into which another was joined.
     *
     * @param joined the one that was joined
     * @return the row of the survivor, and of those on the way
     */
    public static Foresight ofSurvivor(IncidentId joined) {
        return new Foresight(new Subject.SurvivorOf(joined), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Adds what belongs to the incident.
     *
     * @param more what else will be asked for
     * @return with these too
     */
    public Foresight with(Set<Part> more) {
        Set<Part> all = EnumSet.noneOf(Part.class);
        all.addAll(parts);
        all.addAll(more);
        return new Foresight(subject, all, posts, texts, replies);
    }

    /**
     * Adds posts.
     *
     * @param more posts that will be looked up by id
     * @return with these too
     */
    public Foresight withPosts(Set<PostId> more) {
        Set<PostId> all = new HashSet<>(posts);
        all.addAll(more);
        return new Foresight(subject, parts, all, texts, replies);
    }

    /**
     * Adds a text of the incident.
     *
     * @param key its key
     * @return with this too
     */
    public Foresight withText(String key) {
        Set<String> all = new HashSet<>(texts);
        all.add(key);
        return new Foresight(subject, parts, posts, all, replies);
    }

    /**
     * Adds a reply on its way.
     *
     * @param reply its id
     * @return with this too
     */
    public Foresight withReply(PublicationId reply) {
        Set<PublicationId> all = new HashSet<>(replies);
        all.add(reply);
        return new Foresight(subject, parts, posts, texts, all);
    }
}
