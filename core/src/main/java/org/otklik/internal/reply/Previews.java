package org.otklik.internal.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.Replies.TargetPreview;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.PostReader;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.storage.PostRow;

/** What citizens would read, asked of the network's adapter: nothing is cut, split or added behind the approver's back. */
final class Previews {

    private static final String TEXT_DIFFERS = "TEXT_DIFFERS";

    private final DeskParts parts;
    private final PostReader reader;
    private final Speakers speakers;

    Previews(DeskParts parts) {
        this.parts = parts;
        this.reader = new PostReader(parts);
        this.speakers = new Speakers(parts);
    }

    /** Shows a text of an account under its targets. */
    List<TargetPreview> of(OpenIncident open, AccountId account, List<PostId> targets, String text) {
        Map<PostId, PostRow> rows = open.session().stores().posts().find(targets);
        return targets.stream()
                .map(target -> of(account, target, Optional.ofNullable(rows.get(target)), text))
                .toList();
    }

    private TargetPreview of(AccountId account, PostId target, Optional<PostRow> row, String text) {
        Optional<Post> post = row.map(reader::read);
        Discussion at = post.map(Post::discussion).orElse(Discussion.NONE);
        Replyability answer =
                post.map(known -> speakers.canReply(account, known)).orElse(Speakers.GONE);
        ReplyPreview shown = shown(ReplyTarget.of(account, target, at), text);
        return new TargetPreview(
                target,
                post.flatMap(Post::address),
                account,
                shown.text(),
                shown.length(),
                answer instanceof Replyability.Possible possible
                        ? Math.min(possible.longestText(), shown.longest())
                        : shown.longest(),
                answer instanceof Replyability.Impossible why ? Optional.of(why.reason()) : Optional.empty());
    }

    private ReplyPreview shown(ReplyTarget target, String text) {
        return parts.adapter(target.account().network())
                .map(adapter -> adapter.preview(target, text))
                .orElseGet(() -> new ReplyPreview(text, text.codePointCount(0, text.length()), Integer.MAX_VALUE));
    }

    /** Gives the one text that all targets would show, if it is not too long for any that can be answered. */
    static Result<String> text(List<TargetPreview> previews) {
        Optional<TargetPreview> tooLong = previews.stream()
                .filter(one -> one.obstacle().isEmpty() && one.excess() > 0)
                .findFirst();
        if (tooLong.isPresent()) {
            TargetPreview one = tooLong.get();
            return Result.refused(RefusalCode.TOO_LONG, one.post().network(), one.excess(), one.longest());
        }
        Set<String> texts = previews.stream().map(TargetPreview::text).collect(Collectors.toSet());
        return texts.size() == 1
                ? Result.done(texts.iterator().next())
                : Result.refused(RefusalCode.CHECK_FAILED, TEXT_DIFFERS);
    }
}
