package org.otklik.testkit.ok;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A topic or picture with its comments; guarded by its world. */
final class OkDiscussion {

    final String type;
    final String id;
    final OkPerson group;
    final OkPerson author;
    final Instant createdAt;
    final List<OkComment> comments = new ArrayList<>();
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

    Optional<OkComment> comment(String comment) {
        return comments.stream().filter(one -> one.id.equals(comment)).findFirst();
    }

    long visible() {
        return comments.stream().filter(OkComment::isActive).count();
    }
}
