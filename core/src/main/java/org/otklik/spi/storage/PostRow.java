package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;

/**
 * A post as stored; immutable.
 *
 * @param id network and native id; unique
 * @param version rises with each change, 1 when inserted
 * @param facts what stays when the content is erased
 * @param content JSON of text, media, address, discussion; erasable; empty after erasure or deletion
 * @param signal where it stands on its way to a decision
 * @param decision JSON of codes and spans behind the decision; empty before
 * @param link the incident it belongs to, and its answer
 * @param stream how many events its stream has, and the hash of the last
 */
public record PostRow(
        PostId id,
        long version,
        Facts facts,
        Optional<String> content,
        SignalState signal,
        Optional<String> decision,
        Link link,
        StreamHead stream) {

    /**
     * What stays when the content is erased; immutable.
     *
     * @param publishedAt the network's time of publication
     * @param capturedAt when the desk captured it
     * @param source where it was read: {@code network:account/name}, or {@code manual:kind}
     * @param author keyed hash of the author
     * @param parent the post that this one answers
     * @param contentHash keyed hash of the text, 32 hexadecimal digits
     * @param revision number of the latest revision, 1 for the first
     * @param deletedAt when the network deleted it
     */
    public record Facts(
            Instant publishedAt,
            Instant capturedAt,
            String source,
            Optional<Pseudonym> author,
            Optional<PostId> parent,
            String contentHash,
            int revision,
            Optional<Instant> deletedAt) {}

    /**
     * To which incident a post belongs; immutable.
     *
     * @param incident the incident; after a merge the survivor
     * @param origin the incident to which it belonged before merges; the same without one
     * @param answer whether it has its answer
     */
    public record Link(Optional<IncidentId> incident, Optional<IncidentId> origin, AnswerState answer) {

        /** A post without an incident. */
        public static final Link NONE = new Link(Optional.empty(), Optional.empty(), AnswerState.NONE);

        /**
         * Returns a link to an incident.
         *
         * @param incident which
         * @param answer whether the post has its answer
         * @return the link
         */
        public static Link to(IncidentId incident, AnswerState answer) {
            return new Link(Optional.of(incident), Optional.of(incident), answer);
        }
    }
}
