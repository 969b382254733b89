package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bot with its token, its waiting updates and its webhook; guarded by its world. */
final class TgBot {

    /** An update as the network tells it. */
    record Update(int id, String json) {}

    final TgUser user;
    final Map<Long, TgChat> people = new HashMap<>();
    final Deque<String> deliveries = new ArrayDeque<>();
    final Map<Long, Deque<Instant>> sendings = new HashMap<>();
    private final List<Update> updates = new ArrayList<>();
    private final Map<TgMessage, Integer> numbers = new HashMap<>();
    String token;

    @Nullable
    Set<String> wanted;

    boolean sees = true;
    boolean keeps;
    String webhook = "";
    String webhookSecret = "";

    @Nullable
    Instant failedAt;

    int pollers;
    int nextUpdate = 590_000_001;
    private int head;
    private int lastNumber;

    TgBot(TgUser user, String token) {
        this.user = user;
        this.token = token;
    }

    /** The next number of a message in chats that share none. */
    int fresh() {
        return ++lastNumber;
    }

    int number(TgMessage message) {
        return message.chat.sharesNumbers() || message.chat.type == TgChat.Type.PRIVATE
                ? message.number
                : numbers.computeIfAbsent(message, none -> fresh());
    }

    /** Tells the bot, by webhook if it has one. Types that it did not ask for are left out. */
    void tell(String kind, ObjectNode what) {
        if (wanted != null && !wanted.isEmpty() && !wanted.contains(kind)) {
            return;
        }
        int id = nextUpdate++;
        String json = "{\"update_id\":" + id + ",\"" + kind + "\":" + what + "}";
        if (webhook.isEmpty()) {
            updates.add(new Update(id, json));
        } else {
            deliveries.add(json);
        }
    }

    /** What waits behind the update before {@code offset}; that and all before it are confirmed by asking. */
    List<Update> waiting(int offset, int limit) {
        int from = head;
        while (from < updates.size() && updates.get(from).id() < offset && isOffsetBelievable(offset)) {
            from = keeps
                    ? Math.min(updates.size(), from + offset - updates.get(from).id())
                    : from + 1;
        }
        if (!keeps) {
            head = from;
        }
        return updates.subList(from, from + Math.min(updates.size() - from, limit));
    }

    /** An offset from before the numbers began anew is taken for none. */
    private boolean isOffsetBelievable(int offset) {
        return offset <= nextUpdate + 10;
    }

    /** As after a week without updates: nothing waits, and numbers go on somewhere else. */
    void restart(int next) {
        updates.clear();
        head = 0;
        nextUpdate = next;
    }

    int waiting() {
        return updates.size() - head;
    }
}
