package org.otklik.spi;

import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;

/**
 * Where a reply goes and who speaks; immutable.
 *
 * @param account who speaks
 * @param post the post that is answered
 * @param page the network's id of the page on which the discussion stands
 * @param root the post that started the discussion, when the answered post is a comment
 */
public record ReplyTarget(AccountId account, PostId post, Optional<String> page, Optional<PostId> root) {

    /**
     * Returns the target for a post.
     *
     * @param account who speaks
     * @param post the post that is answered
     * @param discussion where the post stands
     * @return the target
     */
    public static ReplyTarget of(AccountId account, PostId post, Discussion discussion) {
        return new ReplyTarget(
                account, post, discussion.page(), discussion.root().or(discussion::parent));
    }
}
