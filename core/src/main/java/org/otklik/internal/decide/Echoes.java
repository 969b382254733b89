package org.otklik.internal.decide;

import java.util.Optional;
import org.otklik.incident.Incident;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.OwnReplies;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.route.OfficialAccount;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.text.PostText;

/**
 * Recognises our own replies when they come back as posts: by their id, or, as long as their sending is not recorded, by
 * speaker and words. Whether the pack knows under which name the account writes does not matter.
 */
final class Echoes {

    private final DeskParts parts;

    Echoes(DeskParts parts) {
        this.parts = parts;
    }

    boolean isOwn(Session session, Attachments attachments, Waiting post) {
        PostId id = post.row().id();
        if (post.row().facts().parent().isEmpty()) {
            return false;
        }
        return OwnReplies.incident(session, id).isPresent()
                || post.thread()
                        .flatMap(attachments::survivor)
                        .filter(open -> isSent(open.incident(), id) || isOnItsWay(open, post))
                        .isPresent();
    }

    private static boolean isSent(Incident incident, PostId post) {
        return incident.publications().stream()
                .filter(one -> one.target().network().equals(post.network()))
                .anyMatch(one ->
                        one.nativeReplyId().filter(post.nativeId()::equals).isPresent());
    }

    private boolean isOnItsWay(OpenIncident open, Waiting post) {
        return open.incident().publications().stream()
                .filter(one -> one.state().isOpen())
                .filter(one -> one.target().network().equals(post.row().id().network()))
                .filter(one -> maySpeakAs(post, one))
                .filter(one -> mayHaveLeft(open.session(), one))
                .anyMatch(one -> ReplyTexts.find(open.session(), open.incident().id(), one.draft())
                        .filter(text -> sameWords(text, post.post()))
                        .isPresent());
    }

    /** Another body's official is not us, even if he says the same. */
    private boolean maySpeakAs(Waiting post, Publication publication) {
        return post.official().isEmpty()
                || parts.region()
                        .accounts()
                        .find(publication.account())
                        .map(OfficialAccount::body)
                        .equals(post.official().map(OfficialAccount::body));
    }

    /**
     * Tells whether a node may have sent it: it was claimed once. A row that is gone though the incident still thinks it
     * open was settled a moment ago, by a transaction that this one sees only half.
     */
    private static boolean mayHaveLeft(Session session, Publication publication) {
        Optional<OutboxRow> row = session.stores().outbox().find(publication.id());
        return row.map(one ->
                        one.state() != PublicationState.READY || one.claim().attempt() > 0)
                .orElse(true);
    }

    private static boolean sameWords(String text, Post post) {
        PostText ours = PostText.of(
                Post.builder(post.id(), post.publishedAt()).text(text).build());
        PostText theirs = PostText.of(
                Post.builder(post.id(), post.publishedAt()).text(post.text()).build());
        return ours.own().size() > 0 && ours.normalisedHash().equals(theirs.normalisedHash());
    }
}
