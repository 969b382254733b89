package org.otklik.testkit.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, JsonNode> fields = new HashMap<>();
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
            written = dressed(render());
            json = written;
        }
        return written;
    }

    /** Sets a field of the JSON, whatever the item itself would write there. */
    void field(String name, JsonNode value) {
        fields.put(name, value);
        changed();
    }

    /** Returns the JSON with the fields that a test set. */
    final String dressed(String plain) {
        if (fields.isEmpty()) {
            return plain;
        }
        ObjectNode item = (ObjectNode) JsonText.read(plain);
        item.setAll(fields);
        return item.toString();
    }

    abstract String nativeId();

    abstract String render();

    /** Returns the item as the search shows it: comments come in the form of posts. */
    abstract String found();
}
