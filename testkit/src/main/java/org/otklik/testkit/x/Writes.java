package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** What an account does: it posts, deletes, hides. */
final class Writes {

    private static final Set<String> MEMBERS = Set.of(
            "card_uri",
            "community_id",
            "direct_message_deep_link",
            "edit_options",
            "for_super_followers_only",
            "geo",
            "made_with_ai",
            "media",
            "nullcast",
            "paid_partnership",
            "poll",
            "quote_tweet_id",
            "reply",
            "reply_settings",
            "share_with_followers",
            "text");
    private static final Set<String> REPLY_MEMBERS =
            Set.of("in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata");
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Scene scene;

    Writes(Scene scene) {
        this.scene = scene;
    }

    synchronized WireAnswer create(WireRequest request, Caller caller, Optional<Fault> fault) {
        new Parameters(request, scene.problems()).only(Set.of());
        JsonNode body = Bodies.object(request, scene.problems());
        Bodies.only(body, MEMBERS, "$", scene.problems());
        Bodies.only(body.path("reply"), REPLY_MEMBERS, "$.reply", scene.problems());
        XUser author = scene.store.known(caller.userId());
        String text = text(body);
        XPost parent = target(body.path("reply"), "in_reply_to_tweet_id", author, fault);
        XPost quoted = target(body, "quote_tweet_id", author, fault);
        checkEngagement(author, parent, quoted);
        if (fault.equals(Optional.of(Fault.DUPLICATE_TEXT)) || isDuplicate(author, parent, text)) {
            throw Problems.plain(403, Problems.DUPLICATE);
        }
        return created(author, parent, quoted, text, fault.equals(Optional.of(Fault.HIDDEN_REPLY)));
    }

    private WireAnswer created(
            XUser author, @Nullable XPost parent, @Nullable XPost quoted, String text, boolean ghost) {
        XPost post = scene.store.create(author, parent, quoted, text, true);
        post.ghost = ghost;
        scene.store.announce(post);
        boolean summoned = parent != null && parent.addresses(author);
        int ordinary = summoned ? Purse.SUMMONED_REPLY : Purse.POST;
        scene.purse.pay(post.text.hasAddress() ? Purse.POST_WITH_ADDRESS : ordinary);
        return WireAnswer.of(
                201,
                "application/json; charset=utf-8",
                "{\"data\":{\"" + scene.spelling.history() + "\":[\"" + post.id + "\"],\"id\":\"" + post.id
                        + "\",\"text\":" + Json.text(post.text.shown()) + "}}");
    }

    private String text(JsonNode body) {
        JsonNode text = body.path("text");
        if (!text.isTextual() || text.asText().isBlank()) {
            throw scene.problems().invalid("text", text.asText(), "$.text: a post needs a text");
        }
        if (body.has("edit_options")) {
            throw Problems.plain(403, "You are not permitted to edit this post.");
        }
        if (Weight.of(text.asText()) > scene.longestPost) {
            throw Problems.plain(403, Problems.TOO_LONG);
        }
        return text.asText();
    }

    private @Nullable XPost target(JsonNode holder, String member, XUser author, Optional<Fault> fault) {
        if (!holder.has(member)) {
            return null;
        }
        JsonNode id = holder.get(member);
        if (!id.isTextual() || !id.asText().matches("[0-9]{1,19}")) {
            throw scene.problems().invalid(member, id.asText(), "$." + member + ": must match ^[0-9]{1,19}$");
        }
        boolean gone = fault.equals(Optional.of(Fault.TARGET_DELETED));
        return scene.store
                .find(id.asText())
                .filter(post -> !gone && Scene.sees(Caller.user(Caller.Kind.OAUTH2, author.id), post))
                .orElseThrow(() -> Problems.plain(403, Problems.GONE));
    }

    private void checkEngagement(XUser author, @Nullable XPost parent, @Nullable XPost quoted) {
        if (scene.selfServe && parent != null && !engaged(author, parent)) {
            throw Problems.plain(403, Problems.NOT_ENGAGED);
        }
        if (scene.selfServe && quoted != null && !engaged(author, quoted)) {
            throw Problems.plain(403, Problems.NOT_QUOTABLE);
        }
    }

    /** Whether the author of a post turned to the account, as far as the index knows already. */
    private boolean engaged(XUser account, XPost post) {
        boolean indexed = post.id < scene.store.indexEnd();
        return post.author == account || (indexed && post.addresses(account));
    }

    private boolean isDuplicate(XUser author, @Nullable XPost parent, String text) {
        long since = Snowflakes.first(scene.store.now().minus(REMEMBERED));
        return scene.store.by(author).headMap(since, true).values().stream()
                .anyMatch(
                        post -> !post.deleted && post.sent.equals(text) && Objects.equals(post.place.parent(), parent));
    }

    WireAnswer delete(Caller caller, String id) {
        XPost post = own(caller, id);
        scene.store.delete(post);
        scene.purse.pay(Purse.DELETION);
        return WireAnswer.of(200, "application/json; charset=utf-8", "{\"data\":{\"deleted\":true}}");
    }

    private XPost own(Caller caller, String id) {
        XPost post = scene.store
                .find(id)
                .filter(one -> !one.deleted)
                .orElseThrow(() -> Problems.plain(404, "No such post."));
        if (!post.author.id.equals(caller.userId())) {
            throw Problems.plain(403, "You are not authorized to delete this Tweet.");
        }
        return post;
    }

    WireAnswer hide(WireRequest request, Caller caller, String id) {
        JsonNode body = Bodies.object(request, scene.problems());
        Bodies.only(body, Set.of("hidden"), "$", scene.problems());
        XPost reply = scene.store
                .find(id)
                .filter(post -> !post.deleted && post.isReply())
                .orElseThrow(() -> Problems.plain(403, "Only a reply can be hidden."));
        XPost root = scene.store.post(Long.toString(reply.place.conversation()));
        if (!root.author.id.equals(caller.userId()) || !body.path("hidden").isBoolean()) {
            throw Problems.plain(403, "You are not permitted to hide this reply.");
        }
        reply.hidden = body.get("hidden").asBoolean();
        return WireAnswer.of(200, "application/json; charset=utf-8", "{\"data\":{\"hidden\":" + reply.hidden + "}}");
    }
}
