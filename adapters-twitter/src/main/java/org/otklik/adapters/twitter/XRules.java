package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rules of the stream as the watch list wants them; rules that others made are left alone. */
final class XRules {

    /** In front of the tags of our rules; the id of the query follows. */
    static final String TAG = "otklik:";

    static final int LONGEST = 1024;

    private static final Logger log = LoggerFactory.getLogger(XRules.class);
    private static final String PATH = "/2/tweets/search/stream/rules";
    private static final int MOST = 1000;
    private static final int MOST_AT_ONCE = 100;

    private final XCalls calls;

    XRules(XCalls calls) {
        this.calls = calls;
    }

    /**
     * Adds what is missing and removes what is no longer wanted.
     *
     * @param wanted tags by rule
     * @return true if something was added, which X needs a while to heed
     */
    boolean synchronise(Map<String, String> wanted) {
        Map<String, String> missing = new LinkedHashMap<>();
        wanted.entrySet().stream().limit(MOST).forEach(rule -> missing.put(rule.getKey(), rule.getValue()));
        if (missing.size() < wanted.size()) {
            log.warn("The stream of X takes {} rules; {} searches are only polled.", MOST, wanted.size() - MOST);
        }
        List<String> stale = new ArrayList<>();
        JsonNode there = calls.get("reading the rules of the stream", PATH, Map.of());
        Fields.items(there, "data").forEach(rule -> compare(rule, missing, stale));
        remove(stale);
        add(missing);
        return !missing.isEmpty();
    }

    private static void compare(JsonNode rule, Map<String, String> missing, List<String> stale) {
        String value = rule.path("value").asText();
        String tag = rule.path("tag").asText();
        if (tag.equals(missing.get(value))) {
            missing.remove(value);
        } else if (tag.startsWith(TAG)) {
            stale.add(rule.path("id").asText());
        }
    }

    private void remove(List<String> ids) {
        if (!ids.isEmpty()) {
            calls.command("removing rules of the stream", PATH, Map.of("delete", Map.of("ids", ids)));
        }
    }

    private void add(Map<String, String> rules) {
        List<Map<String, String>> all = rules.entrySet().stream()
                .map(rule -> Map.of("value", rule.getKey(), "tag", rule.getValue()))
                .toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<Map<String, String>> some = all.subList(from, Math.min(from + MOST_AT_ONCE, all.size()));
            JsonNode answer = calls.command("adding rules of the stream", PATH, Map.of("add", some));
            long refused = Fields.number(answer.path("meta").path("summary"), "not_created")
                    .orElse(0);
            if (refused > 0) {
                log.warn("X refused {} rules of the stream; their searches are only polled.", refused);
            }
        }
    }

    /** Which query a line of the stream was found by. */
    static Optional<String> query(JsonNode line) {
        return Fields.items(line, "matching_rules")
                .map(rule -> rule.path("tag").asText())
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> tag.substring(TAG.length()))
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    /** Tells whether X closes the stream because there is another one. */
    static boolean isTooManyConnections(JsonNode line) {
        return Fields.text(line, "connection_issue")
                .or(() -> Fields.items(line, "errors")
                        .flatMap(error -> Fields.text(error, "connection_issue").stream())
                        .findFirst())
                .filter("TooManyConnections"::equals)
                .isPresent();
    }
}
