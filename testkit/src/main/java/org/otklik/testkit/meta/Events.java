package org.otklik.testkit.meta;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What happened to the accounts of the application and waits for delivery; guarded by its world. */
final class Events {

    /** More are not kept, the oldest are given up. */
    private static final int MOST = 10_000;

    /** One change, as it will be delivered. */
    record Event(long at, String field, String value) {}

    private final Map<String, Deque<Event>> waiting = new HashMap<>();
    /** Whether the values on Instagram are as bare as in 2018. */
    boolean bare;

    Deque<Event> of(Account account) {
        return waiting.computeIfAbsent(account.id, fresh -> new ArrayDeque<>());
    }

    private void add(Account account, Node node, String field, StringBuilder value) {
        if (!account.ours) {
            return;
        }
        Deque<Event> events = of(account);
        if (events.size() == MOST) {
            events.removeFirst();
        }
        events.addLast(new Event(
                node.changed.getEpochSecond(), field, value.append('}').toString()));
    }

    void changed(Node node, String verb) {
        if (node.kind.isComment()) {
            comment(node, verb);
        } else {
            post(node, verb);
        }
    }

    /** Instagram delivers nothing of media, edits and deletions. */
    void post(Node post, String verb) {
        if (post.kind != Kind.POST) {
            return;
        }
        StringBuilder value = new StringBuilder(256).append('{');
        author(value, post.author);
        message(value, post, verb);
        Json.member(value, "post_id", post.id);
        Json.name(value, "created_time").append(post.at.getEpochSecond());
        Json.member(value, "item", post.product);
        Json.member(value, "verb", verb);
        add(post.ground, post, "feed", value);
    }

    void comment(Node comment, String verb) {
        if (comment.kind == Kind.COMMENT) {
            add(comment.ground, comment, "feed", facebookComment(comment, verb));
        } else if (verb.equals("add")) {
            boolean live = comment.root().product.equals("LIVE");
            add(comment.ground, comment, live ? "live_comments" : "comments", instagramComment(comment));
        }
    }

    private static StringBuilder facebookComment(Node comment, String verb) {
        Node parent = comment.parent == null ? comment : comment.parent;
        StringBuilder value = new StringBuilder(320).append('{');
        author(value, comment.author);
        message(value, comment, verb);
        Json.member(value, "post_id", comment.root().id);
        Json.member(value, "comment_id", comment.id);
        Json.member(value, "parent_id", parent.id);
        Json.name(value, "created_time").append(comment.at.getEpochSecond());
        Json.member(value, "item", "comment");
        Json.member(value, "verb", verb);
        return value;
    }

    private StringBuilder instagramComment(Node comment) {
        StringBuilder value = new StringBuilder(256).append('{');
        Json.member(value, "id", comment.id);
        Json.member(value, "text", comment.text);
        Node upper = comment.upper();
        if (upper != null) {
            Json.member(value, "parent_id", upper.id);
        }
        if (!bare) {
            Json.name(value, "from")
                    .append("{\"id\":\"")
                    .append(comment.author.id)
                    .append('"');
            Json.member(value, "username", comment.author.name);
            Node media = comment.root();
            value.append('}');
            Json.name(value, "media").append("{\"id\":\"").append(media.id).append('"');
            Json.member(value, "media_product_type", media.product);
            value.append('}');
        }
        return value;
    }

    /** Somebody mentions a page on foreign ground, of whom nothing is told. */
    void mention(Account page, Node node) {
        StringBuilder value = new StringBuilder(256).append('{');
        message(value, node, "add");
        Json.member(value, "post_id", node.root().id);
        if (node.kind.isComment()) {
            Json.member(value, "comment_id", node.id);
        }
        Json.name(value, "created_time").append(node.at.getEpochSecond());
        Json.member(value, "item", node.kind.isComment() ? "comment" : "post");
        Json.member(value, "verb", "add");
        add(page, node, "mention", value);
    }

    /** Somebody mentions an account of Instagram on foreign ground. */
    void mentionOnInstagram(Account account, Node node) {
        StringBuilder value = new StringBuilder(96).append('{');
        if (node.kind.isComment()) {
            Json.member(value, "comment_id", node.id);
        }
        Json.member(value, "media_id", node.root().id);
        add(account, node, "mentions", value);
    }

    void reaction(Node node, Account person) {
        StringBuilder value = new StringBuilder(256).append('{');
        author(value, person);
        Json.member(value, "post_id", node.root().id);
        if (node.kind.isComment()) {
            Json.member(value, "comment_id", node.id);
        }
        Json.member(value, "parent_id", node.parent == null ? node.id : node.parent.id);
        Json.name(value, "created_time").append(node.changed.getEpochSecond());
        Json.member(value, "item", "reaction");
        Json.member(value, "reaction_type", "like");
        Json.member(value, "verb", "add");
        add(node.ground, node, "feed", value);
    }

    private static void author(StringBuilder value, Account author) {
        Json.name(value, "from").append("{\"id\":\"").append(author.id).append('"');
        Json.member(value, "name", author.name);
        value.append('}');
    }

    private static void message(StringBuilder value, Node node, String verb) {
        if (verb.equals("add") || verb.equals("edited")) {
            Json.member(value, "message", node.text);
        }
    }
}
