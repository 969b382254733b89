package org.otklik.internal.decide;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.Understanding;
import org.otklik.id.IncidentId;
import org.otklik.post.Post;
import org.otklik.route.OfficialAccount;
import org.otklik.spi.storage.PostRow;

/**
 * A captured post with all that is needed to decide on it.
 *
 * @param row as claimed
 * @param attempt how often it was claimed
 * @param post rebuilt, with its discussion filled in from stored posts
 * @param thread the incident of the discussion in which it stands, if that has one
 * @param underOwnReply whether it stands under a reply of ours to that incident
 * @param official the official account that wrote it, if one did
 * @param understanding what it means; null when it could not be understood, or needs no understanding
 * @param failure why it could not be understood
 */
record Waiting(
        PostRow row,
        int attempt,
        Post post,
        Optional<IncidentId> thread,
        boolean underOwnReply,
        Optional<OfficialAccount> official,
        @Nullable Understanding understanding,
        Optional<String> failure) {

    Waiting understood(Understanding result) {
        return new Waiting(row, attempt, post, thread, underOwnReply, official, result, failure);
    }

    Waiting failed(String code) {
        return new Waiting(row, attempt, post, thread, underOwnReply, official, understanding, Optional.of(code));
    }
}
