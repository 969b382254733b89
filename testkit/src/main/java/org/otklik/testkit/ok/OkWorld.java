package org.otklik.testkit.ok;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that stands in the fake network; guarded by the fake. */
final class OkWorld {

    private static final long FIRST_ID = 62_190_641_299_500L;

    final InstantSource time;
    final Map<String, OkPerson> people = new LinkedHashMap<>();
    final Map<String, String> shortNames = new HashMap<>();
    final Map<String, Set<String>> admins = new HashMap<>();
    final Map<String, OkDiscussion> discussions = new LinkedHashMap<>();
    final Map<String, List<OkMessage>> chats = new LinkedHashMap<>();
    final Map<String, String> graphTokens = new HashMap<>();
    final List<String> subscriptions = new ArrayList<>();
    private long lastId = FIRST_ID;
    private int number;

    OkWorld(InstantSource time) {
        this.time = time;
    }

    /** A message of a chat; immutable. */
    record OkMessage(String mid, long seq, OkPerson sender, String text, Instant at) {}

    String freshId() {
        return String.valueOf(++lastId);
    }

    int freshNumber() {
        return ++number;
    }

    OkPerson person(String id) {
        OkPerson person = people.get(id);
        if (person == null) {
            throw new IllegalArgumentException("Nobody in the fake has the id " + id + ".");
        }
        return person;
    }

    OkDiscussion add(OkDiscussion discussion) {
        discussions.put(discussion.id, discussion);
        return discussion;
    }

    OkDiscussion discussion(@Nullable String type, String id) {
        OkDiscussion discussion = discussions.get(id);
        if (discussion == null || (type != null && !discussion.type.equals(type))) {
            throw new OkRefusal(300, "NOT_FOUND : Object not found");
        }
        return discussion;
    }

    OkComment comment(OkDiscussion discussion, OkPerson author, String text, @Nullable String replyTo) {
        Instant now = time.instant();
        OkComment comment = new OkComment(discussion.id, freshNumber(), author, now, text, replyTo);
        discussion.add(comment);
        discussion.lastActivity = now;
        return comment;
    }

    OkComment comment(OkDiscussion discussion, String id) {
        return discussion.comment(id).orElseThrow(() -> new OkRefusal(700, "COMMENT_NOT_FOUND : Comment not found"));
    }

    boolean isAdmin(String user, OkPerson group) {
        return admins.getOrDefault(group.id(), Set.of()).contains(user);
    }

    void admin(String user, String group) {
        admins.computeIfAbsent(group, fresh -> new HashSet<>()).add(user);
    }

    OkMessage say(String chat, OkPerson sender, String text) {
        Instant now = time.instant();
        int fresh = freshNumber();
        String mid = "mid:" + chat.substring("chat:".length()) + "." + Long.toHexString(now.toEpochMilli()) + fresh;
        OkMessage message = new OkMessage(mid, 98_211_018_056_672_380L + fresh, sender, text, now);
        chats.computeIfAbsent(chat, none -> new ArrayList<>()).add(message);
        return message;
    }
}
