package org.otklik.testkit.max;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dialog, group or channel with its messages and the comments below them; guarded by its world. */
final class MaxChat {

    static final String READ = "read_all_messages";
    static final String WRITE = "write";

    /** What an administrator usually gets. */
    static final Set<String> USUAL = Set.of(READ, WRITE, "edit", "delete");

    final long id;
    final String kind;
    final String title;
    final MaxTimeline messages = new MaxTimeline();
    final Map<String, MaxTimeline> comments = new HashMap<>();
    String status = "active";
    boolean commentsOpen = true;

    /** What each bot may do here; a plain member is here with nothing. */
    private final Map<Long, Set<String>> bots = new HashMap<>();

    MaxChat(long id, String kind, String title) {
        this.id = id;
        this.kind = kind;
        this.title = title;
    }

    boolean isDialog() {
        return kind.equals("dialog");
    }

    boolean isChannel() {
        return kind.equals("channel");
    }

    void admit(long bot, Set<String> permissions) {
        bots.put(bot, Set.copyOf(permissions));
    }

    void expel(long bot) {
        bots.remove(bot);
    }

    Optional<Set<String>> rights(long bot) {
        return Optional.ofNullable(bots.get(bot));
    }

    Set<Long> bots() {
        return Set.copyOf(bots.keySet());
    }

    /** In a dialog nobody needs a permission. */
    boolean permits(long bot, String permission) {
        return rights(bot)
                .filter(rights -> isDialog() || rights.contains(permission))
                .isPresent();
    }

    MaxTimeline under(String post) {
        return comments.computeIfAbsent(post, fresh -> new MaxTimeline());
    }
}
