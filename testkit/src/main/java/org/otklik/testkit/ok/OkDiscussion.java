package org.otklik.testkit.ok;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A topic or picture with its comments; guarded by its world. */
final class OkDiscussion {

    final String type;
    final String id;
    final OkPerson group;
    final OkPerson author;
    final Instant createdAt;
    private final List<OkComment> comments = new ArrayList<>();

    /** How many are hidden or removed; while there are none, pages are cut without going through all. */
    private int inactive;

    String text;
    String flags = "c,l,s";
    Instant lastActivity;

    OkDiscussion(String type, String id, OkPerson group, OkPerson author, Instant createdAt, String text) {
        this.type = type;
        this.id = id;
        this.group = group;
        this.author = author;
        this.createdAt = createdAt;
        this.lastActivity = createdAt;
        this.text = text;
    }

    void add(OkComment comment) {
        comments.add(comment);
    }

    Optional<OkComment> comment(String comment) {
        return comments.stream().filter(one -> one.id.equals(comment)).findFirst();
    }

    /** Hides or removes a comment, which stays known. */
    void become(OkComment comment, String type) {
        comment.type = type;
        inactive = comments.size()
                - (int) comments.stream().filter(OkComment::isActive).count();
    }

    /** Forgets a comment as if it had never been; false if there is none. */
    boolean forget(String comment) {
        boolean known = comments.removeIf(one -> one.id.equals(comment));
        inactive = comments.size()
                - (int) comments.stream().filter(OkComment::isActive).count();
        return known;
    }

    /** All comments in order, with those that are hidden or removed. */
    List<OkComment> all() {
        return comments;
    }

    /** The comments that somebody sees, in order: the active ones, and others that are shown all the same. */
    List<OkComment> seen(Predicate<OkComment> shown) {
        return inactive == 0
                ? comments
                : comments.stream()
                        .filter(one -> one.isActive() || shown.test(one))
                        .toList();
    }

    long visible() {
        return (long) comments.size() - inactive;
    }
}
