package org.otklik.testkit.meta;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page, a professional account of Instagram or a person, with what stands there; guarded by its world. */
final class Account {

    final Kind kind;
    final String id;
    final String name;
    /** Whether a token of the application may act for it. */
    final boolean ours;
    /** Own, visitors' and tagged posts of a page, or the media of an account; oldest first. */
    final List<Node> feed = new ArrayList<>();

    final List<Node> published = new ArrayList<>();
    final List<Node> visitors = new ArrayList<>();
    final List<Node> tagged = new ArrayList<>();
    final Set<String> subscribed = new LinkedHashSet<>();
    /** The professional account that is linked to a page. */
    @Nullable
    Account instagram;

    Account(Kind kind, String id, String name, boolean ours) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.ours = ours;
    }
}
