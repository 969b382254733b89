package org.otklik.adapters.ok;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;

/** The adapter where writing was turned on. */
final class AnsweringOkAdapter extends OkAdapter implements OwnReplyFinder {

    private final OwnReplies ownReplies = new OwnReplies();

    AnsweringOkAdapter(OkSettings settings) {
        super(settings);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.REPLY, Capability.READ_BACK);
        all.addAll(super.capabilities());
        return Set.copyOf(all);
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return hindrance(account, post)
                .<Replyability>map(reason -> new Replyability.Impossible(reason, post.address()))
                .orElseGet(() -> new Replyability.Possible(Answers.LONGEST));
    }

    private Optional<String> hindrance(AccountId account, Post post) {
        if (!post.id().network().equals(network())) {
            return Optional.of("OTHER_NETWORK");
        }
        if (account(account).isEmpty()) {
            return Optional.of("NO_SUCH_ACCOUNT");
        }
        Optional<OkTarget> target = OkTarget.of(post.id());
        if (target.isEmpty()) {
            return Optional.of("NO_SUCH_POST");
        }
        return target.get() instanceof OkTarget.InDiscussion place
                ? hindrance(account, place.discussion())
                : Optional.empty();
    }

    private Optional<String> hindrance(AccountId account, String discussion) {
        if (parts().refusals().isRefused(account, discussion)) {
            return Optional.of(Answers.NOT_AVAILABLE);
        }
        return parts().seen().find(discussion).filter(OkDiscussion::isClosed).map(closed -> "COMMENTS_CLOSED");
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return account(target.account())
                .map(account -> new Answers(parts().refusals()).write(account, target.post(), text))
                .orElseGet(() -> new PublishOutcome.Refused(FailureKind.CONFIGURATION, "NO_SUCH_ACCOUNT"));
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return account(target.account())
                .map(account -> ownReplies.find(account, target.post(), text))
                .orElseGet(() -> new ReadBack.NotKnown(FailureKind.CONFIGURATION));
    }
}
