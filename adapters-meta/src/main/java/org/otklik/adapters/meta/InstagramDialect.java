package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Discussion;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.ReplyTarget;

/**
 * Professional accounts of Instagram. A medium is its number, a comment {@code MEDIUM:COMMENT}, so that it is known of each where
 * it stands.
 */
final class InstagramDialect implements Dialect {

    private static final String SHOWN_FIELDS = "id,caption,timestamp,permalink,media_type,media_product_type,username";
    private static final String MEDIA_FIELDS = SHOWN_FIELDS + ",comments_count,is_comment_enabled";
    private static final String COMMENT_FIELDS = "id,text,timestamp,username,from{id,username},parent_id,hidden";
    private static final String WITH_REPLIES = COMMENT_FIELDS + ",replies.limit(50){" + COMMENT_FIELDS + "}";
    private static final int LARGEST_PAGE = 50;
    private static final int MOST_HASHTAGS = 4;

    private final Roots roots;
    private final Closed closed;
    private final InstagramPosts posts;

    InstagramDialect(Roots roots, Closed closed) {
        this.roots = roots;
        this.closed = closed;
        this.posts = new InstagramPosts(closed);
    }

    @Override
    public NetworkId network() {
        return InstagramAdapter.NETWORK;
    }

    @Override
    public String tokenName() {
        return "instagram-token";
    }

    @Override
    public String webhookObject() {
        return "instagram";
    }

    @Override
    public int largestPage() {
        return LARGEST_PAGE;
    }

    @Override
    public Edge posts(MetaAccount account) {
        return Edge.of('/' + account.id() + "/media", MEDIA_FIELDS);
    }

    @Override
    public Edge post(String nativeId) {
        return Edge.of('/' + nativeId, SHOWN_FIELDS);
    }

    @Override
    public Edge tagged(MetaAccount account) {
        return Edge.of('/' + account.id() + "/tags", SHOWN_FIELDS);
    }

    /** The first level, newest first; the replies come with it. */
    @Override
    public Edge comments(String post) {
        return Edge.of('/' + post + "/comments", WITH_REPLIES);
    }

    @Override
    public Edge replies(String comment) {
        return Edge.of('/' + comment + "/replies", COMMENT_FIELDS);
    }

    @Override
    public Edge existence(String nativeId) {
        return Edge.of('/' + numberOf(nativeId), "id");
    }

    private static String numberOf(String nativeId) {
        return nativeId.substring(nativeId.indexOf(InstagramPosts.UNDER) + 1);
    }

    @Override
    public String postPrefix(MetaAccount account) {
        return "";
    }

    @Override
    public String commentPrefix(String post) {
        return post + InstagramPosts.UNDER;
    }

    @Override
    public long countComments(JsonNode post) {
        return Fields.number(post, "comments_count").orElse(-1);
    }

    /** What the account itself published. */
    @Override
    public Optional<Post> readPost(Stand stand, JsonNode post) {
        Optional<Post> read = InstagramPosts.medium(
                stand.ofPost(), post, time(post), Optional.of(InstagramPosts.self(stand.account())));
        if (!post.path("is_comment_enabled").asBoolean(true)) {
            read.ifPresent(one -> closed.close(one.id().nativeId(), Closed.COMMENTS_CLOSED));
        } else if (post.has("is_comment_enabled")) {
            read.ifPresent(one -> closed.open(one.id().nativeId()));
        }
        return read;
    }

    /** A tag on a picture lets nobody answer; whether the caption names us too, is not to be seen there. */
    @Override
    public Optional<Post> readTagged(MetaAccount account, JsonNode post) {
        String owner = Fields.text(post, "username").orElse("unknown");
        Stand stand = new Stand(account, owner, Optional.empty());
        return InstagramPosts.medium(stand.ofPost(), post, time(post), InstagramPosts.author(account, post));
    }

    private static Optional<Instant> time(JsonNode node) {
        return GraphTime.read(node, "timestamp");
    }

    @Override
    public void readComments(Stand stand, Stand.Root root, JsonNode list, Listener listener) {
        Discussion first = stand.under(root);
        for (JsonNode node : list.path("data")) {
            String number = said(stand, root, node, first, listener);
            JsonNode replies = node.path("replies");
            if (!number.isEmpty() && replies.isObject()) {
                readReplies(stand, root, number, Fields.text(node, "text"), replies, listener);
            }
        }
    }

    private void readReplies(
            Stand stand, Stand.Root root, String comment, Optional<String> text, JsonNode list, Listener listener) {
        Discussion under = stand.under(InstagramPosts.id(root.id().nativeId(), comment), text, root);
        for (JsonNode node : list.path("data")) {
            said(stand, root, node, under, listener);
        }
        String next = GraphCalls.next(list);
        if (!next.isEmpty()) {
            listener.continues(comment, next);
        }
    }

    @Override
    public void readReplies(Stand stand, Stand.Root root, String comment, JsonNode list, Listener listener) {
        readReplies(stand, root, comment, Optional.empty(), list, listener);
    }

    /** The number of the comment; empty if it has none. */
    private String said(Stand stand, Stand.Root root, JsonNode node, Discussion under, Listener listener) {
        String number = node.path("id").asText();
        if (!Ids.isDigits(number, 0, number.length())) {
            listener.said(number, Optional.empty());
            return "";
        }
        PostId id = InstagramPosts.id(root.id().nativeId(), number);
        listener.said(id.nativeId(), time(node).map(at -> posts.comment(stand, root, node, id, at, under)));
        return number;
    }

    @Override
    public void hear(Stand stand, JsonNode change, Instant at, Heard heard) {
        JsonNode value = change.path("value");
        switch (change.path("field").asText()) {
            case "comments" -> commented(stand, value, at, heard);
            case "live_comments" -> {
                commented(stand, value, at, heard);
                close(value);
            }
            case "mentions" ->
                Hint.of(
                                Hint.Kind.MENTION,
                                value.path("media_id").asText(),
                                value.path("comment_id").asText(),
                                at)
                        .ifPresent(heard::hint);
            default -> {}
        }
    }

    private void close(JsonNode value) {
        closed.close(
                value.path("media").path("id").asText()
                        + InstagramPosts.UNDER
                        + value.path("id").asText(),
                Closed.LIVE);
    }

    /** Without its medium a comment is fetched, since nobody could answer it. */
    private void commented(Stand stand, JsonNode value, Instant at, Heard heard) {
        String number = value.path("id").asText();
        String medium = value.path("media").path("id").asText();
        if (!Ids.isDigits(number, 0, number.length())) {
            return;
        }
        if (!Ids.isDigits(medium, 0, medium.length())) {
            Hint.of(Hint.Kind.COMMENT, "", number, at).ifPresent(heard::hint);
            return;
        }
        Stand.Root root = roots.of(InstagramPosts.id(medium));
        PostId id = InstagramPosts.id(medium, number);
        Discussion discussion = InstagramPosts.discussion(stand, root, value);
        heard.change(at, new PostChange.Present(posts.comment(stand, root, value, id, at, discussion)));
    }

    /** Mentions elsewhere are shown to tokens of Facebook's login only. */
    @Override
    public Optional<Edge> hinted(MetaAccount account, Hint hint) {
        if (hint.kind() == Hint.Kind.COMMENT) {
            return Optional.of(Edge.of('/' + hint.comment(), COMMENT_FIELDS + ",media{id}"));
        }
        if (account.login() == MetaSettings.Login.INSTAGRAM) {
            return Optional.empty();
        }
        String fields = hint.comment().isEmpty()
                ? "mentioned_media.media_id(" + hint.post() + "){" + SHOWN_FIELDS + "}"
                : "mentioned_comment.comment_id(" + hint.comment()
                        + "){id,text,timestamp,username,from{id,username},media{id}}";
        return Optional.of(Edge.of('/' + account.id(), fields));
    }

    @Override
    public Optional<Post> readHinted(Stand own, Hint hint, JsonNode answer) {
        if (hint.kind() == Hint.Kind.MENTION && hint.comment().isEmpty()) {
            JsonNode medium = answer.path("mentioned_media");
            return InstagramPosts.medium(
                    Stand.mention(own.account()).ofPost(),
                    medium,
                    time(medium).or(() -> Optional.of(hint.at())),
                    InstagramPosts.author(own.account(), medium));
        }
        JsonNode comment = hint.kind() == Hint.Kind.MENTION ? answer.path("mentioned_comment") : answer;
        String medium = Fields.text(comment.path("media"), "id").orElse(hint.post());
        String number = comment.path("id").asText();
        if (!Ids.isDigits(medium, 0, medium.length()) || !Ids.isDigits(number, 0, number.length())) {
            return Optional.empty();
        }
        boolean ours = hint.kind() == Hint.Kind.COMMENT || roots.find(medium).isPresent();
        Stand stand = ours ? own : Stand.mention(own.account());
        Stand.Root root = roots.of(InstagramPosts.id(medium));
        Instant at = time(comment).orElse(hint.at());
        Discussion discussion = InstagramPosts.discussion(stand, root, comment);
        return Optional.of(posts.comment(stand, root, comment, InstagramPosts.id(medium, number), at, discussion));
    }

    @Override
    public Edge reply(MetaAccount account, ReplyTarget target, String text) {
        String nativeId = target.post().nativeId();
        int colon = nativeId.indexOf(InstagramPosts.UNDER);
        if (isMention(account, target)) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("media_id", colon < 0 ? nativeId : nativeId.substring(0, colon));
            if (colon >= 0) {
                fields.put("comment_id", nativeId.substring(colon + 1));
            }
            fields.put("message", text);
            return new Edge('/' + account.id() + "/mentions", fields);
        }
        String path = '/' + numberOf(nativeId) + (colon < 0 ? "/comments" : "/replies");
        return new Edge(path, Map.of("message", text));
    }

    private static boolean isMention(MetaAccount account, ReplyTarget target) {
        return target.page().filter(account.mentionMark()::equals).isPresent();
    }

    @Override
    public String replyId(ReplyTarget target, String id) {
        String nativeId = target.post().nativeId();
        int colon = nativeId.indexOf(InstagramPosts.UNDER);
        return (colon < 0 ? nativeId : nativeId.substring(0, colon)) + InstagramPosts.UNDER + id;
    }

    /** The rules of 2014, the last that were written down. */
    @Override
    public Optional<String> objection(String text) {
        if (count(text, "#") > MOST_HASHTAGS) {
            return Optional.of("TOO_MANY_HASHTAGS");
        }
        if (count(text, "://") > 1) {
            return Optional.of("TOO_MANY_LINKS");
        }
        boolean letters = text.codePoints().filter(Character::isUpperCase).count() > 1;
        boolean small = text.codePoints().anyMatch(Character::isLowerCase);
        return letters && !small ? Optional.of("ALL_CAPITALS") : Optional.empty();
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    @Override
    public Optional<Edge> answered(MetaAccount account, ReplyTarget target) {
        String nativeId = target.post().nativeId();
        return nativeId.indexOf(InstagramPosts.UNDER) < 0 || isMention(account, target)
                ? Optional.empty()
                : Optional.of(Edge.of('/' + numberOf(nativeId), "id,timestamp,parent_id"));
    }

    @Override
    public Optional<String> threadOf(JsonNode comment) {
        return Fields.text(comment, "parent_id").filter(Ids::isId);
    }

    /** What we said where we were mentioned is not shown to us. */
    @Override
    public Optional<Edge> answers(MetaAccount account, ReplyTarget target, String first) {
        boolean comment = target.post().nativeId().indexOf(InstagramPosts.UNDER) >= 0;
        return isMention(account, target)
                ? Optional.empty()
                : Optional.of(Edge.of('/' + first + (comment ? "/replies" : "/comments"), COMMENT_FIELDS));
    }

    @Override
    public boolean isBy(MetaAccount account, JsonNode comment) {
        return InstagramPosts.author(account, comment)
                .filter(one -> one.nativeId().equals(account.id()))
                .isPresent();
    }
}
