package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Post;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;

/** Says what may be answered, and answers; thread-safe. Meta knows no idempotency. */
final class Replies {

    private final MetaSettings settings;
    private final Dialect dialect;
    private final Closed closed;

    Replies(MetaSettings settings, Dialect dialect, Closed closed) {
        this.settings = settings;
        this.dialect = dialect;
        this.closed = closed;
    }

    Replyability canReply(Optional<MetaAccount> account, Post post) {
        Optional<String> reason = objection(account, post);
        return reason.<Replyability>map(known -> new Replyability.Impossible(known, link(post)))
                .orElseGet(() -> new Replyability.Possible(settings.longestText(dialect.network())));
    }

    private Optional<String> objection(Optional<MetaAccount> account, Post post) {
        if (settings.readOnly()) {
            return Optional.of("SHADOW_MODE");
        }
        if (!post.id().network().equals(dialect.network())) {
            return Optional.of("OTHER_NETWORK");
        }
        if (account.isEmpty()) {
            return Optional.of("UNKNOWN_ACCOUNT");
        }
        if (post.discussion().page().isEmpty() && post.matchedQuery().isPresent()) {
            return Optional.of("FOUND_BY_HASHTAG");
        }
        boolean foreign = post.discussion()
                .page()
                .filter(page -> !account.get().isNamed(page)
                        && !page.equals(account.get().mentionMark()))
                .isPresent();
        return foreign
                ? Optional.of("OTHER_PAGE")
                : closed.reason(post.id().nativeId()).or(() -> closedRoot(post));
    }

    /** Where a post takes no comments, its comments take none. */
    private Optional<String> closedRoot(Post post) {
        return post.discussion()
                .root()
                .or(() -> post.discussion().parent())
                .flatMap(root -> closed.reason(root.nativeId()))
                .filter(Closed.COMMENTS_CLOSED::equals);
    }

    private Optional<URI> link(Post post) {
        boolean onFacebook = post.id().network().equals(FacebookAdapter.NETWORK);
        return post.address()
                .or(() -> Optional.of(post.id().nativeId())
                        .filter(id -> onFacebook && Ids.isId(id))
                        .map(FacebookDialect::address)
                        .map(URI::create));
    }

    PublishOutcome publish(Optional<GraphCalls> calls, ReplyTarget target, String text) {
        Optional<PublishOutcome> refusal = refusal(calls, target, text);
        if (refusal.isPresent() || calls.isEmpty()) {
            return refusal.orElseThrow();
        }
        Edge reply = dialect.reply(calls.get().account(), target, text);
        try {
            JsonNode answer = calls.get().post("replying to " + target.post(), reply.path(), reply.query());
            return Fields.text(answer, "id")
                    .filter(Ids::isId)
                    .<PublishOutcome>map(id -> new PublishOutcome.Sent(dialect.replyId(target, id), Optional.empty()))
                    .orElseGet(() -> new PublishOutcome.Unknown("no-id"));
        } catch (CallFailed e) {
            return e.toOutcome();
        }
    }

    private Optional<PublishOutcome> refusal(Optional<GraphCalls> calls, ReplyTarget target, String text) {
        if (settings.readOnly()) {
            return refused(FailureKind.PERMISSION, "SHADOW_MODE");
        }
        if (calls.isEmpty()) {
            return refused(FailureKind.CONFIGURATION, "UNKNOWN_ACCOUNT");
        }
        if (!target.post().network().equals(dialect.network())
                || !Ids.isId(target.post().nativeId())) {
            return refused(FailureKind.TARGET_GONE, "NO_SUCH_POST");
        }
        if (text.isBlank()) {
            return refused(FailureKind.CONTENT_REJECTED, "EMPTY");
        }
        if (text.length() > settings.longestText(dialect.network())) {
            return refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        return dialect.objection(text).flatMap(reason -> refused(FailureKind.CONTENT_REJECTED, reason));
    }

    private static Optional<PublishOutcome> refused(FailureKind kind, String detail) {
        return Optional.of(new PublishOutcome.Refused(kind, detail));
    }
}
