package org.otklik.testkit.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post, a medium or a comment as it stands now; guarded by its world. */
final class Node {

    final Kind kind;
    final String id;
    /** Where it stands: the page or account whose post or medium is at the root. */
    final Account ground;

    final Account author;
    final Instant at;
    /** What it hangs under: the post or medium, or a comment; nothing for a post or medium. */
    final @Nullable Node parent;

    String text;
    Instant changed;
    boolean hidden;
    boolean deleted;
    /** Whether comments may be written under it. */
    boolean open = true;
    /** What it is: a medium {@code FEED}, {@code LIVE} or {@code STORY}, a post {@code status}, {@code photo} and so on. */
    String product = "";
    /** Whom it mentions, if it stands on foreign ground. */
    @Nullable
    Account mentions;
    /** What a comment made through the API was meant to answer. */
    @Nullable
    Node answered;

    private @Nullable List<Node> children;
    private @Nullable List<Node> stream;
    private int alive;
    private int total;
    private @Nullable Fields writtenFor;
    private @Nullable String written;

    Node(Kind kind, String id, Account ground, Account author, Instant at, String text, @Nullable Node parent) {
        this.kind = kind;
        this.id = id;
        this.ground = ground;
        this.author = author;
        this.at = at;
        this.changed = at;
        this.text = text;
        this.parent = parent;
    }

    Node root() {
        Node node = this;
        while (node.parent != null) {
            node = node.parent;
        }
        return node;
    }

    /** Returns the comment that this one answers; nothing at the top. */
    @Nullable
    Node upper() {
        return parent != null && parent.kind.isComment() ? parent : null;
    }

    /** Returns what hangs directly under it, oldest first. */
    List<Node> children() {
        return children == null ? List.of() : children;
    }

    /** Returns all comments under a post, whatever their level, oldest first. */
    List<Node> stream() {
        return stream == null ? List.of() : stream;
    }

    /** Returns how many stand directly under it. */
    int alive() {
        return alive;
    }

    /** Returns how many comments of all levels stand under a post or medium. */
    int total() {
        return total;
    }

    void add(Node comment) {
        if (children == null) {
            children = new ArrayList<>(2);
        }
        children.add(comment);
        alive++;
        forget();
        root().inStream(comment);
    }

    private void inStream(Node comment) {
        if (stream == null) {
            stream = new ArrayList<>(2);
        }
        stream.add(comment);
        total++;
        forget();
    }

    /** Deletes it with everything under it; once only. */
    void delete() {
        deleted = true;
        if (parent != null) {
            parent.alive--;
            parent.forget();
            Node root = root();
            root.total -= 1 + alive;
            root.forget();
        }
    }

    boolean isGone() {
        return deleted || (parent != null && parent.isGone());
    }

    /** Returns what was written of it before for the same fields, if nothing changed since. */
    @Nullable
    String written(Fields fields) {
        return writtenFor == fields ? written : null;
    }

    void written(Fields fields, String json) {
        writtenFor = fields;
        written = json;
    }

    /** Throws away what was written, since something changed. */
    void forget() {
        writtenFor = null;
        written = null;
    }
}
