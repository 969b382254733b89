package org.otklik.testkit.max;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, channel post or comment as it stands at a time; immutable, so that updates keep what was then.
 *
 * @param sender absent for what is posted on behalf of a channel
 * @param post the channel post under which it is a comment
 * @param link what it answers or forwards
 * @param text absent for mere attachments
 * @param attachments types of attachments
 * @param bodiless whether it is a pure forward, which comes without a body
 */
record MaxMessage(
        MaxChat chat,
        String mid,
        long seq,
        @Nullable MaxPerson sender,
        Instant at,
        @Nullable String post,
        @Nullable Link link,
        @Nullable String text,
        List<String> attachments,
        boolean bodiless) {

    /** A reply or forward. */
    record Link(String type, MaxMessage of) {}

    MaxMessage saying(String words) {
        return new MaxMessage(chat, mid, seq, sender, at, post, link, words, attachments, bodiless);
    }

    boolean isComment() {
        return post != null;
    }

    boolean answers(String other) {
        return link != null && link.type().equals("reply") && link.of().mid().equals(other);
    }
}
