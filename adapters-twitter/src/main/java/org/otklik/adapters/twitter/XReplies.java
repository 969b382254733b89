package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;

/** Says who may be answered, and answers; thread-safe. */
final class XReplies {

    private static final Duration LAG_RETRY = Duration.ofMinutes(2);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final XSettings settings;
    private final Map<XOfficial, XCalls> calls;
    private final XSpend spend;
    private final InstantSource time;

    XReplies(XSettings settings, Map<XOfficial, XCalls> calls, XSpend spend, InstantSource time) {
        this.settings = settings;
        this.calls = calls;
        this.spend = spend;
        this.time = time;
    }

    Replyability canReply(Optional<XOfficial> official, Post post) {
        if (settings.readOnly()) {
            return impossible("SHADOW_MODE", post);
        }
        if (!post.id().network().equals(XAdapter.NETWORK)) {
            return new Replyability.Impossible("OTHER_NETWORK", post.address());
        }
        if (official.isEmpty()) {
            return impossible("UNKNOWN_ACCOUNT", post);
        }
        boolean free = settings.replyRule() == XSettings.ReplyRule.EXEMPT || isEngaged(official.get(), post);
        return free ? new Replyability.Possible(settings.longestText()) : impossible("NOT_MENTIONED", post);
    }

    private static Replyability impossible(String reason, Post post) {
        return new Replyability.Impossible(
                reason,
                post.address()
                        .or(() -> Optional.of(post.id())
                                .filter(id -> id.network().equals(XAdapter.NETWORK))
                                .map(PostId::nativeId)
                                .filter(id -> id.matches("[0-9]{1,19}"))
                                .map(id -> URI.create(XPosts.address(id, Optional.empty())))));
    }

    /** The author mentioned the account, wrote in its conversation or quoted it, or is the account itself. */
    private static boolean isEngaged(XOfficial official, Post post) {
        String handle = official.handle().toLowerCase(Locale.ROOT);
        boolean own = post.author()
                .map(AuthorRef::nativeId)
                .filter(official.userId()::equals)
                .isPresent();
        boolean spokenTo = post.discussion()
                .page()
                .map(page -> page.toLowerCase(Locale.ROOT))
                .filter(page -> page.equals(handle) || page.equals(official.userId()))
                .isPresent();
        return own
                || spokenTo
                || Pattern.compile("(?<![a-z0-9_])[@\uff20]" + handle + "(?![a-z0-9_])")
                        .matcher(post.text().toLowerCase(Locale.ROOT))
                        .find();
    }

    PublishOutcome publish(ReplyTarget target, String text) {
        Optional<XOfficial> official = settings.official(target.account());
        Optional<PublishOutcome> refused = refusal(official, target, text);
        if (refused.isPresent() || official.isEmpty()) {
            return refused.orElseThrow();
        }
        if (!spend.payReply(XLength.hasLink(text))) {
            return new PublishOutcome.Later(FailureKind.QUOTA, spend.untilTomorrow());
        }
        try {
            return sent(send(official.get(), target, text));
        } catch (CallFailed e) {
            return isLagging(e, target) ? new PublishOutcome.Later(FailureKind.TRANSIENT, LAG_RETRY) : e.toOutcome();
        }
    }

    private Optional<PublishOutcome> refusal(Optional<XOfficial> official, ReplyTarget target, String text) {
        if (settings.readOnly()) {
            return refused(FailureKind.PERMISSION, "SHADOW_MODE");
        }
        if (official.isEmpty()) {
            return refused(FailureKind.CONFIGURATION, "UNKNOWN_ACCOUNT");
        }
        if (!target.post().network().equals(XAdapter.NETWORK)
                || !target.post().nativeId().matches("[0-9]{1,19}")) {
            return refused(FailureKind.TARGET_GONE, "NO_POST_OF_X");
        }
        if (text.isBlank()) {
            return refused(FailureKind.CONTENT_REJECTED, "EMPTY");
        }
        if (XLength.of(text) > settings.longestText()) {
            return refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        return !settings.linksAllowed() && XLength.hasLink(text)
                ? refused(FailureKind.CONTENT_REJECTED, "LINK_COSTS")
                : Optional.empty();
    }

    private static Optional<PublishOutcome> refused(FailureKind kind, String detail) {
        return Optional.of(new PublishOutcome.Refused(kind, detail));
    }

    /** Exactly these members: X refuses a request with any other. */
    private JsonNode send(XOfficial official, ReplyTarget target, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", text);
        body.put("reply", Map.of("in_reply_to_tweet_id", target.post().nativeId()));
        return Objects.requireNonNull(calls.get(official)).post("replying to " + target.post(), "/2/tweets", body);
    }

    private PublishOutcome sent(JsonNode answer) {
        Optional<String> id = Fields.text(answer.path("data"), "id").filter(value -> value.matches("[0-9]{1,19}"));
        return id.<PublishOutcome>map(value -> new PublishOutcome.Sent(value, timeOf(value)))
                .orElseGet(() -> new PublishOutcome.Unknown("no-id"));
    }

    /** X makes ids from the time; one that is far from ours is not believed. */
    private Optional<Instant> timeOf(String id) {
        Instant made = XPosts.timeOf(Long.parseLong(id));
        boolean near = Duration.between(made, time.instant()).abs().compareTo(CLOCKS_DIFFER) < 0;
        return near ? Optional.of(made) : Optional.empty();
    }

    /** Just after a post X may not have noticed yet that it mentions us, and refuses as if it did not. */
    private boolean isLagging(CallFailed failure, ReplyTarget target) {
        Instant written = XPosts.timeOf(Long.parseLong(target.post().nativeId()));
        return failure.error().code().equals(XErrors.NOT_ENGAGED)
                && time.instant().isBefore(written.plus(settings.indexLag()));
    }
}
