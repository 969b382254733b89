package org.otklik.testkit.telegram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A private chat, group, supergroup or channel; guarded by its world. */
final class TgChat {

    /** The types that the network knows. */
    enum Type {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        CHANNEL
    }

    final long id;
    final Type type;
    final String title;
    final String username;
    final Map<Integer, TgMessage> messages = new HashMap<>();
    final Set<Long> members = new HashSet<>();
    final Set<Long> kicked = new HashSet<>();
    final Set<Long> silenced = new HashSet<>();

    @Nullable
    TgChat linked;

    @Nullable
    TgChat migratedTo;

    boolean forum;
    boolean topicClosed;
    int last;

    TgChat(long id, Type type, String title, String username) {
        this.id = id;
        this.type = type;
        this.title = title;
        this.username = username;
    }

    /** In private chats and small groups each bot counts the messages by itself. */
    boolean sharesNumbers() {
        return type == Type.SUPERGROUP || type == Type.CHANNEL;
    }

    boolean isGroup() {
        return type == Type.GROUP || type == Type.SUPERGROUP;
    }

    /** As the network's refusals name it. */
    String words() {
        return switch (type) {
            case PRIVATE -> "private";
            case GROUP -> "group";
            case SUPERGROUP -> "supergroup";
            case CHANNEL -> "channel";
        };
    }
}
