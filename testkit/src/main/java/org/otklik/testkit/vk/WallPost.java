package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.List;

/** A post with its comments; guarded by the lock of its {@link Site}. */
final class WallPost extends Item {

    private final List<WallComment> top = new ArrayList<>();
    private int shown;
    private long edited;
    private boolean open;
    private boolean pinned;

    WallPost(long owner, int id, long from, long date, String text, boolean open) {
        super(owner, id, from, date, text);
        this.open = open;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
        changed();
    }

    void pin(boolean on) {
        pinned = on;
        changed();
    }

    void edit(String changed, long now) {
        edited = now;
        write(changed);
    }

    /** Returns comments that answer the post itself, oldest first. */
    List<WallComment> top() {
        return top;
    }

    void recount(int more) {
        shown += more;
        changed();
    }

    /** Tells how many comments are shown, those in threads too. */
    int shown() {
        return shown;
    }

    @Override
    String nativeId() {
        return owner() + "_" + id();
    }

    @Override
    String found() {
        return json();
    }

    /** Returns the post in the form of the event, which has no {@code inner_type}. */
    String event() {
        return new JsonText()
                .put("id", id())
                .put("from_id", from())
                .put("owner_id", owner())
                .put("date", date())
                .put("marked_as_ads", 0)
                .put("post_type", "post")
                .put("text", text())
                .put("can_edit", 1)
                .put("created_by", from())
                .put("can_delete", 1)
                .raw("comments", "{\"count\":" + shown + "}")
                .put("is_favorite", false)
                .end();
    }

    @Override
    String render() {
        JsonText json = new JsonText(300 + text().length())
                .put("inner_type", "wall_wallpost")
                .put("id", id())
                .put("owner_id", owner())
                .put("from_id", from())
                .put("date", date());
        if (edited > 0) {
            json.put("edited", edited);
        }
        if (pinned) {
            json.put("is_pinned", 1);
        }
        return json.put("post_type", "post")
                .put("text", text())
                .raw("attachments", "[]")
                .raw("comments", comments())
                .raw("likes", "{\"count\":0,\"can_like\":0,\"user_likes\":0,\"can_publish\":0}")
                .raw("reposts", "{\"count\":0,\"user_reposted\":0}")
                .raw("views", "{\"count\":1}")
                .put("marked_as_ads", 0)
                .put("hash", "h" + id())
                .end();
    }

    private String comments() {
        return new JsonText()
                .put("can_post", open ? 1 : 0)
                .put("count", shown)
                .put("groups_can_post", open)
                .end();
    }
}
