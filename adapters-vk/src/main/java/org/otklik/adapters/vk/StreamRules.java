package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.WatchedQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rules of VK's stream as the watched queries wish; leaves rules of others alone. For one thread. */
final class StreamRules {

    private static final Logger log = LoggerFactory.getLogger(StreamRules.class);
    private static final String PREFIX = "otklik:";
    private static final int MOST_RULES = 300;
    private static final int MOST_WORDS = 100;
    private static final int LARGEST_VALUE = 4_096;
    private static final int LARGEST_TAG = 256;
    private static final WireJson JSON = WireJson.ofAnswers();

    private final HttpTransport transport;
    private final URI address;
    private final int mostWays;

    StreamRules(HttpTransport transport, URI address, int mostWays) {
        this.transport = transport;
        this.address = address;
        this.mostWays = mostWays;
    }

    /** The query whose rule has this tag. */
    static Optional<String> query(String tag) {
        int number = tag.lastIndexOf(':');
        return tag.startsWith(PREFIX) && number > PREFIX.length()
                ? Optional.of(tag.substring(PREFIX.length(), number))
                : Optional.empty();
    }

    void synchronise(List<WatchedQuery> queries) {
        Map<String, String> wanted = wanted(queries, mostWays);
        Map<String, String> there = there();
        there.forEach((tag, value) -> {
            if (tag.startsWith(PREFIX) && !value.equals(wanted.get(tag))) {
                change(HttpCall.delete(address, JSON.write(Map.of("tag", tag))), tag);
            }
        });
        long others =
                there.keySet().stream().filter(tag -> !tag.startsWith(PREFIX)).count();
        wanted.entrySet().stream()
                .limit(Math.max(0, MOST_RULES - others))
                .filter(rule -> !rule.getValue().equals(there.get(rule.getKey())))
                .forEach(rule -> change(
                        HttpCall.json(
                                address,
                                JSON.write(Map.of("rule", Map.of("value", rule.getValue(), "tag", rule.getKey())))),
                        rule.getKey()));
    }

    /** Rules by tag; a query that is too large for VK's stream is left to the search. */
    static Map<String, String> wanted(List<WatchedQuery> queries, int mostWays) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (WatchedQuery query : queries) {
            List<String> ways = ways(query, mostWays);
            for (int i = 0; i < ways.size(); i++) {
                String tag = PREFIX + query.id() + ":" + i;
                if (fits(tag, ways.get(i)) && wanted.size() < MOST_RULES) {
                    wanted.put(tag, ways.get(i));
                } else {
                    log.info("The query {} is too large for VK's stream; it is searched only.", query.id());
                }
            }
        }
        return wanted;
    }

    private static List<String> ways(WatchedQuery query, int mostWays) {
        try {
            return VkQuery.compile(query.expression(), mostWays);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean fits(String tag, String value) {
        return tag.getBytes(StandardCharsets.UTF_8).length <= LARGEST_TAG
                && value.getBytes(StandardCharsets.UTF_8).length <= LARGEST_VALUE
                && value.split(" ", -1).length <= MOST_WORDS;
    }

    private Map<String, String> there() {
        Map<String, String> there = new LinkedHashMap<>();
        Fields.items(read(transport.send(HttpCall.get(address))), "rules")
                .forEach(rule -> there.put(
                        Fields.text(rule, "tag").orElse(""),
                        Fields.text(rule, "value").orElse("")));
        return there;
    }

    /** A rule that VK does not take shall not keep the others from working. */
    private void change(HttpCall call, String tag) {
        JsonNode answer = read(transport.send(call));
        if (Fields.number(answer, "code").orElse(0) != 200) {
            log.warn(
                    "VK's stream did not take the change of rule {}: code {}.",
                    tag,
                    Fields.number(answer.path("error"), "error_code").orElse(0));
        }
    }

    private static JsonNode read(HttpAnswer answer) {
        try {
            return JSON.read(answer.body());
        } catch (UnreadableJson e) {
            return MissingNode.getInstance();
        }
    }
}
