package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment; answers to answers stay in the thread of the uppermost one. Guarded by the lock of its {@link Site}. */
final class WallComment extends Item {

    private final WallPost post;
    private final @Nullable WallComment answered;
    private final List<WallComment> thread = new ArrayList<>();

    WallComment(WallPost post, int id, long from, long date, String text, @Nullable WallComment answered) {
        super(post.owner(), id, from, date, text);
        this.post = post;
        this.answered = answered;
    }

    WallPost post() {
        return post;
    }

    Optional<WallComment> answered() {
        return Optional.ofNullable(answered);
    }

    /** Returns the comment that the thread hangs on, which may be this one. */
    WallComment root() {
        return answered == null ? this : answered.root();
    }

    List<WallComment> thread() {
        return thread;
    }

    /** Tells whether it stands in lists: one that was deleted stays as an empty place while its thread is shown. */
    boolean isListed() {
        return isVisible() || (isDeleted() && thread.stream().anyMatch(Item::isVisible));
    }

    @Override
    void changed() {
        super.changed();
        if (answered != null) {
            root().changed();
        }
    }

    @Override
    String nativeId() {
        return owner() + "_" + post.id() + "_" + id();
    }

    @Override
    String render() {
        return render(text().length(), List.of()).end();
    }

    /** Returns it with a bounded text and the first comments of its thread. */
    String shown(int longest, List<WallComment> threadItems) {
        return dressed(render(longest, threadItems).end());
    }

    private JsonText render(int longest, List<WallComment> threadItems) {
        String all = isDeleted() ? "" : text();
        JsonText json = new JsonText(300 + all.length())
                .put("id", id())
                .put("from_id", isDeleted() ? 0 : from())
                .put("date", date())
                .put("text", all.length() <= longest ? all : all.substring(0, longest) + "...")
                .put("post_id", post.id())
                .put("owner_id", owner())
                .array("parents_stack", answered == null ? List.of() : List.of(root().id()));
        if (isDeleted()) {
            json.put("deleted", true);
        }
        if (answered == null) {
            return json.raw("thread", threadInfo(longest, threadItems));
        }
        return json.put("reply_to_user", answered.from()).put("reply_to_comment", answered.id());
    }

    private String threadInfo(int longest, List<WallComment> items) {
        return new JsonText()
                .put("count", thread.stream().filter(Item::isVisible).count())
                .array(
                        "items",
                        items.stream()
                                .map(item -> item.shown(longest, List.of()))
                                .toList())
                .put("can_post", post.isOpen())
                .put("show_reply_button", post.isOpen())
                .put("groups_can_post", post.isOpen())
                .end();
    }

    /** Returns the comment in the form of the event, as it was recorded: the owner has another name there. */
    String event() {
        JsonText json = new JsonText()
                .put("id", id())
                .put("from_id", from())
                .put("date", date())
                .put("text", text())
                .put("post_owner_id", owner())
                .put("post_id", post.id());
        if (answered != null) {
            json.array("parents_stack", List.of(root().id()))
                    .put("reply_to_user", answered.from())
                    .put("reply_to_comment", answered.id());
        }
        return json.end();
    }

    @Override
    String found() {
        return new JsonText()
                .put("inner_type", "wall_wallpost")
                .put("id", id())
                .put("owner_id", owner())
                .put("from_id", from())
                .put("date", date())
                .put("post_type", "reply")
                .put("post_id", post.id())
                .put("text", text())
                .end();
    }
}
