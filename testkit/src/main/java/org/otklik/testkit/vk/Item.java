package org.otklik.testkit.vk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post or a comment; guarded by the lock of its {@link Site}. */
abstract class Item {

    private final long owner;
    private final int id;
    private final long from;
    private final long date;
    private String text;
    private Set<String> keys;
    private boolean deleted;
    private boolean hidden;
    private @Nullable String json;

    Item(long owner, int id, long from, long date, String text) {
        this.owner = owner;
        this.id = id;
        this.from = from;
        this.date = date;
        this.text = text;
        this.keys = Words.keys(text);
    }

    long owner() {
        return owner;
    }

    int id() {
        return id;
    }

    long from() {
        return from;
    }

    /** Returns seconds since 1970. */
    long date() {
        return date;
    }

    String text() {
        return text;
    }

    Set<String> keys() {
        return keys;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isVisible() {
        return !deleted && !hidden;
    }

    void write(String changed) {
        text = changed;
        keys = Words.keys(changed);
        changed();
    }

    void delete(boolean gone) {
        deleted = gone;
        changed();
    }

    void hide() {
        hidden = true;
        changed();
    }

    /** Throws away what was written as JSON. */
    void changed() {
        json = null;
    }

    /** Returns the item as the methods of walls show it; written once until it changes. */
    String json() {
        String written = json;
        if (written == null) {
            written = render();
            json = written;
        }
        return written;
    }

    abstract String nativeId();

    abstract String render();

    /** Returns the item as the search shows it: comments come in the form of posts. */
    abstract String found();
}
