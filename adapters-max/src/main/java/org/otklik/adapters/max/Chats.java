package org.otklik.adapters.max;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.AdapterState;

/**
 * The chats that a bot is in, since the network lists them no longer: learnt from updates, kept in the account's state,
 * shared by nodes; thread-safe. Of dialogs only the latest are kept.
 */
final class Chats {

    private static final String KEY = "chats";
    private static final int TRIES = 10;
    private static final int MOST_DIALOGS = 100;
    private static final int MOST = 300;

    /** What a chat is. */
    enum Kind {
        DIALOG("dialog", 'd'),
        GROUP("chat", 'g'),
        CHANNEL("channel", 'c');

        private final String code;
        private final char letter;

        Kind(String code, char letter) {
            this.code = code;
            this.letter = letter;
        }

        /** Reads the network's own word. */
        static Optional<Kind> of(String code) {
            for (Kind one : values()) {
                if (one.code.equals(code)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        private static Optional<Kind> of(char letter) {
            for (Kind one : values()) {
                if (one.letter == letter) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    private final AdapterState state;
    private volatile Map<Long, Kind> known = Map.of();

    Chats(AdapterState state) {
        this.state = state;
    }

    /** Reads what other nodes or the process before learnt. */
    Map<Long, Kind> learn() {
        known = read(state.read(KEY));
        return known;
    }

    Optional<Kind> kind(long chat) {
        return Optional.ofNullable(known.get(chat));
    }

    /** Notes a chat in which something was written; costs nothing for one that is known. */
    void add(long chat, Kind kind) {
        if (known.get(chat) != kind) {
            change(chats -> {
                chats.put(chat, kind);
                shorten(chats);
            });
        }
    }

    void remove(long chat) {
        change(chats -> chats.remove(chat));
    }

    private interface Change {
        void on(Map<Long, Kind> chats);
    }

    private void change(Change change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(KEY);
            Map<Long, Kind> chats = new LinkedHashMap<>(read(stored));
            change.on(chats);
            String value = write(chats);
            if (stored.filter(value::equals).isPresent() || state.compareAndSet(KEY, stored, value)) {
                known = Map.copyOf(chats);
                return;
            }
        }
    }

    private static void shorten(Map<Long, Kind> chats) {
        long dialogs = chats.values().stream().filter(Kind.DIALOG::equals).count();
        if (dialogs > MOST_DIALOGS) {
            drop(chats, Kind.DIALOG);
        } else if (chats.size() > MOST) {
            drop(chats, chats.values().iterator().next());
        }
    }

    private static void drop(Map<Long, Kind> chats, Kind kind) {
        chats.entrySet().stream()
                .filter(one -> one.getValue() == kind)
                .findFirst()
                .ifPresent(oldest -> chats.remove(oldest.getKey()));
    }

    private static String write(Map<Long, Kind> chats) {
        StringBuilder text = new StringBuilder();
        chats.forEach((chat, kind) -> text.append(kind.letter).append(chat).append(' '));
        return text.toString();
    }

    private static Map<Long, Kind> read(Optional<String> stored) {
        Map<Long, Kind> chats = new LinkedHashMap<>();
        for (String one : stored.orElse("").split(" ", -1)) {
            if (!one.isEmpty()) {
                Kind.of(one.charAt(0))
                        .ifPresent(kind -> MaxTarget.number(one.substring(1)).ifPresent(chat -> chats.put(chat, kind)));
            }
        }
        return chats;
    }
}
