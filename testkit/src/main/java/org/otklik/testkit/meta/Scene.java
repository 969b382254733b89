package org.otklik.testkit.meta;

import java.util.HashMap;
import java.util.Map;

/** What all parts of the fake share; guarded by the lock of its world. */
final class Scene {

    private static final int MOST_FIELDS = 1_000;

    private final World world;
    private final MetaQuirks quirks;
    private final Trouble trouble = new Trouble();
    private final Usage usage = new Usage();
    private final Door door = new Door(this);
    private final Map<String, Fields> fields = new HashMap<>();

    Scene(World world) {
        this.world = world;
        this.quirks = new MetaQuirks(world);
    }

    World world() {
        return world;
    }

    MetaQuirks quirks() {
        return quirks;
    }

    Usage usage() {
        return usage;
    }

    Door door() {
        return door;
    }

    Trouble trouble() {
        return trouble;
    }

    /** Writes a reply that came through the interface. */
    Node reply(Node target, Account author, String text) {
        Node reply = world.comment(target, author, text);
        reply.answered = target;
        if (trouble.takeHiding()) {
            world.hide(reply, true);
        }
        return reply;
    }

    /** Reads a list of fields; the same text gives the same object, by which nodes know what was written of them. */
    Fields fields(String text) {
        if (fields.size() > MOST_FIELDS) {
            fields.clear();
        }
        return fields.computeIfAbsent(text, Fields::parse);
    }
}
