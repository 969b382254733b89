package org.otklik.internal.intake;

import java.time.Instant;
import java.util.Optional;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;

/** The first row of a post, or the tombstone of one that was deleted before anybody saw it. */
final class NewPosts {

    private final DeskParts parts;

    NewPosts(DeskParts parts) {
        this.parts = parts;
    }

    PostRow row(PostChange change, String source, Instant now) {
        return change instanceof PostChange.Present present
                ? captured(present.post(), source, now)
                : tombstone((PostChange.Gone) change, source, now);
    }

    private PostRow captured(Post post, String source, Instant now) {
        PostRow.Facts facts = new PostRow.Facts(
                post.publishedAt(),
                now,
                source,
                post.author().map(parts.key()::pseudonym),
                post.discussion().parent(),
                ContentHash.of(parts.key(), post),
                1,
                Optional.empty());
        return new PostRow(
                post.id(),
                1,
                facts,
                Optional.of(parts.json().write(StoredContent.of(post))),
                SignalState.CAPTURED,
                Optional.empty(),
                PostRow.Link.NONE,
                StreamHead.EMPTY);
    }

    private PostRow tombstone(PostChange.Gone gone, String source, Instant now) {
        PostRow.Facts facts = new PostRow.Facts(
                gone.at(),
                now,
                source,
                Optional.empty(),
                Optional.empty(),
                ContentHash.ofNothing(parts.key()),
                1,
                Optional.of(gone.at()));
        return new PostRow(
                gone.id(),
                1,
                facts,
                Optional.empty(),
                SignalState.REJECTED,
                Optional.of(parts.json().write(Verdict.because(Verdict.SOURCE_GONE))),
                PostRow.Link.NONE,
                StreamHead.EMPTY);
    }

    PostRevision revision(PostChange change) {
        if (change instanceof PostChange.Present present) {
            Post post = present.post();
            PostRevision.Kind kind =
                    post.editedAt().isPresent() ? PostRevision.Kind.EDITED : PostRevision.Kind.PUBLISHED;
            return new PostRevision(
                    1,
                    kind,
                    post.editedAt().orElse(post.publishedAt()),
                    ContentHash.of(parts.key(), post),
                    Optional.of(post.text()));
        }
        PostChange.Gone gone = (PostChange.Gone) change;
        return new PostRevision(
                1, PostRevision.Kind.DELETED, gone.at(), ContentHash.ofNothing(parts.key()), Optional.empty());
    }
}
