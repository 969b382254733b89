package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.ReplyTarget;

/** Pages of Facebook: posts {@code PAGE_POST}, comments of two levels {@code POST_COMMENT}. */
final class FacebookDialect implements Dialect {

    private static final String POST_FIELDS =
            "id,message,created_time,from{id,name},permalink_url,full_picture,is_hidden";
    private static final String COUNTED_FIELDS = POST_FIELDS + ",comments.filter(stream).limit(0).summary(true)";
    private static final String COMMENT_FIELDS = "id,message,created_time,from{id,name},parent{id,message},"
            + "permalink_url,can_comment,is_hidden,attachment";
    private static final Set<String> POSTS = Set.of("post", "status", "photo", "video", "share", "link");
    private static final int LARGEST_PAGE = 100;

    private final Roots roots;
    private final Closed closed;

    FacebookDialect(Roots roots, Closed closed) {
        this.roots = roots;
        this.closed = closed;
    }

    @Override
    public NetworkId network() {
        return FacebookAdapter.NETWORK;
    }

    @Override
    public String tokenName() {
        return "page-token";
    }

    @Override
    public String webhookObject() {
        return "page";
    }

    @Override
    public int largestPage() {
        return LARGEST_PAGE;
    }

    /** What the page wrote, what visitors wrote there, and what it was tagged in; hidden ones too, or they look gone. */
    @Override
    public Edge posts(MetaAccount account) {
        return Edge.of('/' + account.id() + "/feed", COUNTED_FIELDS).with("include_hidden", "true");
    }

    @Override
    public Edge post(String nativeId) {
        return Edge.of('/' + nativeId, POST_FIELDS);
    }

    @Override
    public Edge tagged(MetaAccount account) {
        return Edge.of('/' + account.id() + "/tagged", POST_FIELDS);
    }

    /** All levels in one list; without an order Facebook shows what it thinks best, in pages that know no end. */
    @Override
    public Edge comments(String post) {
        return newestFirst(post, "stream").with("fields", COMMENT_FIELDS);
    }

    private static Edge newestFirst(String of, String filter) {
        return new Edge('/' + of + "/comments", Map.of()).with("filter", filter).with("order", "reverse_chronological");
    }

    @Override
    public Edge replies(String comment) {
        return newestFirst(comment, "toplevel").with("fields", COMMENT_FIELDS);
    }

    @Override
    public Edge existence(String nativeId) {
        return Edge.of('/' + nativeId, "id");
    }

    @Override
    public String postPrefix(MetaAccount account) {
        return account.id() + '_';
    }

    @Override
    public String commentPrefix(String post) {
        return post.substring(post.indexOf('_') + 1) + '_';
    }

    @Override
    public long countComments(JsonNode post) {
        return Fields.number(post.path("comments").path("summary"), "total_count")
                .orElse(-1);
    }

    @Override
    public Optional<Post> readPost(Stand stand, JsonNode post) {
        String id = post.path("id").asText();
        Optional<Post> read = read(post, id, stand.ofPost());
        read.ifPresent(known -> note(id, post));
        return read;
    }

    @Override
    public Optional<Post> readTagged(MetaAccount account, JsonNode post) {
        return readPost(Stand.mention(account), post);
    }

    @Override
    public void readComments(Stand stand, Stand.Root root, JsonNode list, Listener listener) {
        Discussion first = stand.under(root);
        for (JsonNode node : list.path("data")) {
            String id = node.path("id").asText();
            Optional<Post> comment = read(node, id, discussion(stand, root, first, node));
            comment.ifPresent(known -> note(id, node));
            listener.said(id, comment);
        }
    }

    @Override
    public void readReplies(Stand stand, Stand.Root root, String comment, JsonNode list, Listener listener) {
        readComments(stand, root, list, listener);
    }

    /** Of the first level all stand in the same discussion. */
    private static Discussion discussion(Stand stand, Stand.Root root, Discussion first, JsonNode comment) {
        JsonNode parent = comment.path("parent");
        String parentId = parent.path("id").asText();
        if (isIn(root, parentId)) {
            return first;
        }
        Optional<String> text = Fields.text(parent, "message").filter(words -> !words.isEmpty());
        return stand.under(id(parentId), text, root);
    }

    /** A parent that is the post itself, or none, makes a comment of the first level. */
    private static boolean isIn(Stand.Root root, String parentId) {
        return !Ids.isId(parentId) || parentId.equals(root.id().nativeId());
    }

    private void note(String id, JsonNode comment) {
        if (comment.path("is_hidden").asBoolean(false)) {
            closed.close(id, Closed.HIDDEN);
        } else if (!comment.path("can_comment").asBoolean(true)) {
            closed.close(id, Closed.COMMENTS_CLOSED);
        } else {
            closed.open(id);
        }
    }

    private Optional<Post> read(JsonNode node, String id, Discussion discussion) {
        Optional<Instant> at = GraphTime.read(node, "created_time");
        return at.isPresent() && Ids.isId(id)
                ? Optional.of(builder(node, id, at.get(), discussion).build())
                : Optional.empty();
    }

    private PostBuilder builder(JsonNode node, String id, Instant at, Discussion discussion) {
        PostBuilder post = Post.builder(id(id), at)
                .text(node.path("message").asText(""))
                .address(address(id))
                .address(node.path("permalink_url").asText())
                .discussion(discussion);
        media(node).ifPresent(one -> post.media(List.of(one)));
        author(node).ifPresent(post::author);
        return post;
    }

    private static PostId id(String nativeId) {
        return new PostId(FacebookAdapter.NETWORK, nativeId);
    }

    static String address(String id) {
        return "https://www.facebook.com/" + id;
    }

    /** Withheld for people whose data the page may not see. Old webhooks tell number and name beside each other. */
    private static Optional<AuthorRef> author(JsonNode node) {
        JsonNode from = node.path("from");
        JsonNode told = from.isObject() ? from.path("id") : node.path("sender_id");
        String id = told.asText();
        return Ids.isId(id)
                ? Optional.of(new AuthorRef(
                        FacebookAdapter.NETWORK,
                        id,
                        Fields.text(from, "name").or(() -> Fields.text(node, "sender_name"))))
                : Optional.empty();
    }

    private static Optional<MediaRef> media(JsonNode node) {
        JsonNode attachment = node.path("attachment");
        if (attachment.isObject()) {
            boolean film = attachment.path("type").asText().contains("video");
            return Optional.of(new MediaRef(
                    film ? MediaRef.Kind.VIDEO : MediaRef.Kind.PHOTO,
                    GraphAddress.of(attachment.path("media").path("image"), "src")));
        }
        Optional<URI> picture = GraphAddress.of(node, "full_picture");
        return picture.isPresent() ? Optional.of(new MediaRef(MediaRef.Kind.PHOTO, picture)) : Optional.empty();
    }

    @Override
    public void hear(Stand stand, JsonNode change, Instant at, Heard heard) {
        JsonNode value = change.path("value");
        String verb = value.path("verb").asText();
        boolean comment = value.path("item").asText().equals("comment");
        String id = value.path(comment ? "comment_id" : "post_id").asText();
        if (!Ids.isId(id) || !(comment || POSTS.contains(value.path("item").asText()))) {
            return;
        }
        switch (verb) {
            case "remove" -> heard.change(at, new PostChange.Gone(id(id), at));
            case "hide" -> closed.close(id, Closed.HIDDEN);
            case "unhide" -> closed.open(id);
            case "add", "edited", "edit" -> said(stand, change, id, at, heard);
            default -> {}
        }
    }

    /** A mention does not say who wrote it, so it is fetched. */
    private void said(Stand stand, JsonNode change, String id, Instant at, Heard heard) {
        JsonNode value = change.path("value");
        String post = value.path("post_id").asText();
        String comment = post.equals(id) ? "" : id;
        if (change.path("field").asText().equals("mention")) {
            Hint.of(Hint.Kind.MENTION, post, comment, at).ifPresent(heard::hint);
            return;
        }
        boolean edited = !value.path("verb").asText().equals("add");
        Instant written = GraphTime.read(value, "created_time").orElse(at);
        PostBuilder builder = builder(value, id, written, comment.isEmpty() ? stand.ofPost() : told(stand, value));
        heard.change(
                edited ? at : written,
                new PostChange.Present(edited ? builder.editedAt(at).build() : builder.build()));
    }

    private Discussion told(Stand stand, JsonNode value) {
        String post = value.path("post_id").asText();
        if (!Ids.isId(post)) {
            return stand.ofPost();
        }
        Stand.Root root = roots.of(id(post));
        String parent = value.path("parent_id").asText();
        return isIn(root, parent) ? stand.under(root) : stand.under(id(parent), Optional.empty(), root);
    }

    @Override
    public Optional<Edge> hinted(MetaAccount account, Hint hint) {
        return Optional.of(
                hint.comment().isEmpty() ? post(hint.post()) : Edge.of('/' + hint.comment(), COMMENT_FIELDS));
    }

    @Override
    public Optional<Post> readHinted(Stand own, Hint hint, JsonNode answer) {
        boolean ours = hint.post().startsWith(postPrefix(own.account()));
        Stand stand = ours ? own : Stand.mention(own.account());
        if (hint.comment().isEmpty()) {
            return readPost(stand, answer);
        }
        return read(answer, answer.path("id").asText(), discussion(stand, hint, answer));
    }

    private Discussion discussion(Stand stand, Hint hint, JsonNode comment) {
        if (hint.post().isEmpty()) {
            return stand.ofPost();
        }
        Stand.Root root = roots.of(id(hint.post()));
        return discussion(stand, root, stand.under(root), comment);
    }

    @Override
    public Edge reply(MetaAccount account, ReplyTarget target, String text) {
        return new Edge('/' + target.post().nativeId() + "/comments", Map.of("message", text));
    }

    @Override
    public String replyId(ReplyTarget target, String id) {
        return id;
    }

    @Override
    public Optional<String> objection(String text) {
        return Optional.empty();
    }

    @Override
    public Optional<Edge> answered(MetaAccount account, ReplyTarget target) {
        String id = target.post().nativeId();
        boolean post = target.root().isEmpty()
                && (id.startsWith(postPrefix(account))
                        || target.page().filter(account.mentionMark()::equals).isPresent());
        return post ? Optional.empty() : Optional.of(Edge.of('/' + id, "id,created_time,parent{id}"));
    }

    @Override
    public Optional<String> threadOf(JsonNode comment) {
        return Fields.text(comment.path("parent"), "id").filter(Ids::isId);
    }

    @Override
    public Optional<Edge> answers(MetaAccount account, ReplyTarget target, String first) {
        return Optional.of(newestFirst(first, "toplevel").with("fields", "id,message,created_time,from{id},is_hidden"));
    }

    @Override
    public boolean isBy(MetaAccount account, JsonNode comment) {
        return comment.path("from").path("id").asText().equals(account.id());
    }
}
