package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** By which rules the stream is filtered; thread-safe. */
final class StreamRules {

    private static final int LONGEST = 1024;
    private static final int MOST = 1000;
    private static final long FIRST_ID = 1_273_026_480_692_322_304L;

    private record Rule(String id, String value, String tag, Predicate<XPost> filter) {

        ObjectNode json() {
            ObjectNode json = Json.object().put("id", id).put("value", value);
            return tag.isEmpty() ? json : json.put("tag", tag);
        }
    }

    private final Scene scene;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private long made;

    StreamRules(Scene scene) {
        this.scene = scene;
    }

    synchronized boolean isEmpty() {
        return rules.isEmpty();
    }

    synchronized ArrayNode matching(XPost post) {
        ArrayNode matching = Json.array();
        for (Rule rule : rules.values()) {
            if (rule.filter.test(post)) {
                ObjectNode json = rule.json();
                json.remove("value");
                matching.add(json);
            }
        }
        return matching;
    }

    synchronized WireAnswer list(WireRequest request) {
        Parameters given = new Parameters(request, scene.problems());
        given.only(Set.of("ids", "max_results", "pagination_token"));
        given.number("max_results", 1, MOST, MOST);
        ObjectNode body = Json.object();
        ArrayNode data = Json.array();
        rules.values().forEach(rule -> data.add(rule.json()));
        if (!data.isEmpty()) {
            body.set("data", data);
        }
        ObjectNode meta = body.putObject("meta").put("result_count", data.size());
        if (scene.spelling == Spelling.TWEET) {
            meta.put("sent", now());
        }
        return WireAnswer.json(200, body);
    }

    private String now() {
        return Rendering.time(scene.store.now());
    }

    synchronized WireAnswer change(WireRequest request) {
        Parameters given = new Parameters(request, scene.problems());
        given.only(Set.of("dry_run", "delete_all"));
        JsonNode body = Bodies.object(request, scene.problems());
        Bodies.only(body, Set.of("add", "delete"), "$", scene.problems());
        boolean real = !given.flag("dry_run");
        if (given.flag("delete_all")) {
            return deleted(new ArrayList<>(rules.values()), 0, real);
        }
        if (body.has("add") == body.has("delete")) {
            throw scene.problems().invalid("body", "", "Either add or delete is needed.");
        }
        return body.has("add") ? add(body.get("add"), real) : delete(body.get("delete"), real);
    }

    private WireAnswer add(JsonNode wanted, boolean real) {
        if (rules.size() + wanted.size() > MOST) {
            throw scene.problems().typed(400, "rule-cap", "More than " + MOST + " rules.");
        }
        List<Rule> fresh = new ArrayList<>();
        ArrayNode errors = Json.array();
        int duplicates = 0;
        for (JsonNode one : wanted) {
            Bodies.only(one, Set.of("value", "tag"), "$.add", scene.problems());
            String value = one.path("value").asText();
            if (rules.values().stream().anyMatch(rule -> rule.value.equals(value))) {
                duplicates++;
                errors.add(scene.problems()
                        .problem(200, "duplicate-rules", "The rule exists.")
                        .put("value", value));
            } else {
                parse(value, one.path("tag").asText(), fresh, errors);
            }
        }
        int invalid = errors.size() - duplicates;
        boolean created = invalid == 0;
        if (real && created) {
            fresh.forEach(rule -> rules.put(rule.id, rule));
        }
        return added(fresh, errors, wanted.size(), created);
    }

    private void parse(String value, String tag, List<Rule> fresh, ArrayNode errors) {
        try {
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException("Rules must have 1 to " + LONGEST + " characters");
            }
            fresh.add(new Rule(Long.toString(FIRST_ID + ++made), value, tag, XQuery.parse(value)));
        } catch (IllegalArgumentException e) {
            ObjectNode error = scene.problems()
                    .problem(400, "invalid-rules", String.valueOf(e.getMessage()))
                    .put("value", value);
            error.putArray("details").add(String.valueOf(e.getMessage()));
            errors.add(error);
        }
    }

    private WireAnswer added(List<Rule> fresh, ArrayNode errors, int asked, boolean created) {
        ObjectNode body = Json.object();
        if (created && !fresh.isEmpty()) {
            ArrayNode data = body.putArray("data");
            fresh.forEach(rule -> data.add(rule.json()));
        }
        int made = created ? fresh.size() : 0;
        body.putObject("meta")
                .put("sent", now())
                .putObject("summary")
                .put("created", made)
                .put("not_created", asked - made)
                .put("valid", fresh.size())
                .put("invalid", asked - fresh.size());
        if (!errors.isEmpty()) {
            body.set("errors", errors);
        }
        return created
                ? WireAnswer.json(200, body)
                : Problems.answer(
                        400,
                        body.put("title", "Invalid Rule")
                                .put("detail", "A rule cannot be read.")
                                .put("type", scene.spelling.problem("invalid-rules")));
    }

    private WireAnswer delete(JsonNode wanted, boolean real) {
        Bodies.only(wanted, Set.of("ids", "values"), "$.delete", scene.problems());
        List<Rule> found = new ArrayList<>();
        int missing = 0;
        for (String member : List.of("ids", "values")) {
            for (JsonNode one : wanted.path(member)) {
                List<Rule> meant = rules.values().stream()
                        .filter(rule -> one.asText().equals(member.equals("ids") ? rule.id : rule.value))
                        .toList();
                missing += meant.isEmpty() ? 1 : 0;
                found.addAll(meant);
            }
        }
        return deleted(found, missing, real);
    }

    private WireAnswer deleted(List<Rule> found, int missing, boolean real) {
        if (real) {
            found.forEach(rule -> rules.remove(rule.id));
        }
        ObjectNode body = Json.object();
        body.putObject("meta")
                .put("sent", now())
                .putObject("summary")
                .put("deleted", found.size())
                .put("not_deleted", missing);
        return WireAnswer.json(200, body);
    }
}
