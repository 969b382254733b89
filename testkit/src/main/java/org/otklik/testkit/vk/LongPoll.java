package org.otklik.testkit.vk;

import java.util.List;
import java.util.Map;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** The endpoint of Bots Long Poll; it never waits, since the clock of a test does not move by itself. */
final class LongPoll {

    static final String PATH = "/longpoll/";

    private static final int NEWEST_VERSION = 3;

    private LongPoll() {}

    static WireAnswer answer(Site site, WireRequest request) {
        Map<String, String> query = request.query();
        if (!"a_check".equals(query.get("act"))) {
            throw new IllegalArgumentException("Long poll is asked with act=a_check.");
        }
        int wait = Integer.parseInt(query.getOrDefault("wait", "25"));
        if (wait < 0 || wait > 90) {
            throw new IllegalArgumentException("Long poll waits at most 90 seconds, not " + wait + ".");
        }
        synchronized (site) {
            long group = Long.parseLong(request.path().substring(PATH.length()));
            return WireAnswer.of(200, "application/json", check(site.community(group), query));
        }
    }

    private static String check(Community community, Map<String, String> query) {
        EventLog events = community.events();
        if (!query.getOrDefault("version", "3").matches("[0-" + NEWEST_VERSION + "]")) {
            return "{\"failed\":4,\"min_version\":0,\"max_version\":" + NEWEST_VERSION + "}";
        }
        if (!community.longPollKey().equals(query.get("key"))) {
            return "{\"failed\":2}";
        }
        String ts = query.getOrDefault("ts", "");
        if (!ts.matches("\\d{1,18}") || Long.parseLong(ts) > events.last()) {
            return "{\"failed\":3}";
        }
        long after = Long.parseLong(ts);
        if (!events.remembersAfter(after)) {
            return "{\"ts\":" + events.last() + ",\"failed\":1}";
        }
        List<String> updates = events.after(after).stream()
                .filter(event -> community.longPollTypes().contains(event.type()))
                .map(event -> community.envelope(event, false))
                .toList();
        return new JsonText()
                .put("ts", String.valueOf(events.last()))
                .array("updates", updates)
                .end();
    }
}
