package org.otklik.testkit.vk;

import java.util.HashSet;
import java.util.Set;

/** A community with its name and the settings of its events; guarded by the lock of its {@link Site}. */
final class Community {

    private final long id;
    private final String screenName;
    private final EventLog events = new EventLog();
    private final Set<String> longPollTypes = new HashSet<>();
    private boolean longPoll;
    private int longPollKey = 1;

    Community(long id, String screenName) {
        this.id = id;
        this.screenName = screenName;
    }

    long id() {
        return id;
    }

    String screenName() {
        return screenName;
    }

    EventLog events() {
        return events;
    }

    String secret() {
        return "secret" + id;
    }

    String confirmationCode() {
        return "c0de" + id;
    }

    boolean hasLongPoll() {
        return longPoll;
    }

    Set<String> longPollTypes() {
        return longPollTypes;
    }

    void enableLongPoll(boolean on) {
        longPoll = on;
    }

    String longPollKey() {
        return "key" + id + "x" + longPollKey;
    }

    void renewLongPollKey() {
        longPollKey++;
    }

    /** Returns the event in the envelope that callbacks and long poll share. */
    String envelope(EventLog.Event event, boolean withSecret) {
        JsonText json = new JsonText(200 + event.object().length())
                .put("type", event.type())
                .raw("object", event.object())
                .put("group_id", id)
                .put("event_id", String.format("%08x%032x", id, event.number()))
                .put("v", "5.199");
        return (withSecret ? json.put("secret", secret()) : json).end();
    }

    String json() {
        return new JsonText()
                .put("id", id)
                .put("name", "Сообщество " + screenName)
                .put("screen_name", screenName)
                .put("is_closed", 0)
                .put("type", "page")
                .end();
    }
}
