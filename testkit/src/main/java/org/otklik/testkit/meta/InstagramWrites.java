package org.otklik.testkit.meta;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The writing calls on Instagram; guarded by the lock of its world. */
final class InstagramWrites {

    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{N}_]");
    private static final Pattern LINK = Pattern.compile("https?://");
    private static final int MOST_TAGS = 4;
    private static final Set<String> SUBSCRIBABLE =
            Set.of("comments", "live_comments", "mentions", "messages", "story_insights");

    private final Scene scene;

    InstagramWrites(Scene scene) {
        this.scene = scene;
    }

    String onAccount(Call call, Account account) {
        if (!call.token().reaches(account)) {
            throw GraphError.gone(call.id());
        }
        return switch (call.method() + " " + call.edge()) {
            case "POST mentions" -> mention(call, account);
            case "POST subscribed_apps", "DELETE subscribed_apps" ->
                FacebookWrites.subscribe(call, account, SUBSCRIBABLE);
            default -> throw GraphError.unknownPath("/" + call.edge());
        };
    }

    /** Answers a mention; the medium must be named even where a comment is answered. */
    private String mention(Call call, Account account) {
        Params params = call.params().only(Set.of("media_id", "comment_id", "message"));
        String text = text(call);
        Node media = mentioned(params.need("media_id"));
        Node target = params.get("comment_id").map(this::mentioned).orElse(media);
        if (target.root() != media) {
            throw GraphError.parameter("The comment does not stand under the medium");
        }
        if (target.mentions != account || media.product.equals("STORY") || account.tagged.contains(media)) {
            throw GraphError.denied(10, "The account is not mentioned where it could answer");
        }
        return written(call, target, account, text);
    }

    private Node mentioned(String id) {
        return scene.world().findNode(id).filter(one -> !one.isGone()).orElseThrow(() -> GraphError.gone(id));
    }

    String onNode(Call call, Node node) {
        return switch (call.method() + " " + node.kind.name() + " " + call.edge()) {
            case "POST MEDIA comments", "POST IG_COMMENT replies" -> reply(call, node);
            case "POST IG_COMMENT " -> hide(call, node);
            case "POST MEDIA " -> open(call, node);
            case "DELETE IG_COMMENT " -> delete(call, node);
            default -> throw GraphError.unknownPath("/" + call.edge());
        };
    }

    private String reply(Call call, Node node) {
        call.params().only(Set.of("message"));
        String text = text(call);
        ground(call, node);
        boolean live = node.root().product.equals("LIVE");
        if (live || node.hidden || (node.parent != null && node.parent.hidden)) {
            throw GraphError.denied(10, "Hidden and live comments cannot be answered");
        }
        return written(call, node, node.ground, text);
    }

    private String written(Call call, Node target, Account author, String text) {
        call.token().need(call.token().instagram("manage_comments"), 10);
        if (scene.trouble().takeTarget()) {
            scene.world().delete(target);
            throw GraphError.gone(target.id);
        }
        if (!target.root().open) {
            throw GraphError.denied(10, "Comments are closed");
        }
        if (scene.quirks().duplicatesRefused() && scene.world().stands(target, text)) {
            throw new GraphError(506, 0, "(#506) Duplicate comment");
        }
        return FacebookWrites.id(scene.reply(target, author, text));
    }

    private static void ground(Call call, Node node) {
        if (!call.token().reaches(node.ground)) {
            throw GraphError.denied(10, "The medium belongs to another account");
        }
    }

    private String hide(Call call, Node comment) {
        ground(call, comment);
        Params params = call.params().only(Set.of("hide"));
        params.need("hide");
        scene.world().hide(comment, params.flag("hide"));
        return FacebookWrites.SUCCESS;
    }

    private String open(Call call, Node media) {
        ground(call, media);
        Params params = call.params().only(Set.of("comment_enabled"));
        params.need("comment_enabled");
        scene.world().open(media, params.flag("comment_enabled"));
        return FacebookWrites.SUCCESS;
    }

    private String delete(Call call, Node comment) {
        call.params().only(Set.of());
        ground(call, comment);
        scene.world().delete(comment);
        return FacebookWrites.SUCCESS;
    }

    /** Reads the text and refuses what the rules of 2014 refuse. */
    private String text(Call call) {
        String text = call.params().need("message");
        if (text.codePointCount(0, text.length()) > scene.quirks().longestOnInstagram()) {
            throw GraphError.parameter("APICommentTooLongError: the comment is too long");
        }
        boolean shouted = text.chars().filter(Character::isLetter).count() > 1
                && text.equals(text.toUpperCase(Locale.ROOT))
                && !text.equals(text.toLowerCase(Locale.ROOT));
        if (TAG.matcher(text).results().count() > MOST_TAGS
                || LINK.matcher(text).results().count() > 1
                || shouted) {
            throw GraphError.parameter("The comment has too many tags or links, or only capitals");
        }
        return text;
    }
}
