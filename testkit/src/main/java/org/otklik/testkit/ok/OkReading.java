package org.otklik.testkit.ok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reading methods of the fake. */
final class OkReading {

    private static final DateTimeFormatter FILTER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Comparator<OkDiscussion> LIVELY_FIRST = Comparator.comparing(
                    (OkDiscussion one) -> one.lastActivity)
            .thenComparing(one -> one.id)
            .reversed();

    private final OkWorld world;
    private final OkJson json;

    OkReading(OkWorld world, OkJson json) {
        this.world = world;
        this.json = json;
    }

    private Map<String, Function<OkDoor.Call, JsonNode>> methods() {
        return Map.ofEntries(
                Map.entry("discussions.getList", this::list),
                Map.entry("discussions.getComments", this::comments),
                Map.entry("discussions.getDiscussionComments", this::allComments),
                Map.entry("discussions.get", this::discussion),
                Map.entry("discussions.getComment", this::comment),
                Map.entry("mediatopic.getByIds", this::topics),
                Map.entry("search.tagContents", this::search),
                Map.entry("users.getInfo", call -> people(call, false)),
                Map.entry("group.getInfo", call -> people(call, true)),
                Map.entry("users.getLoggedInUser", call -> OkJson.NODES.textNode(call.user())),
                Map.entry("url.getInfo", this::link),
                Map.entry("users.getCallsLeft", OkReading::callsLeft));
    }

    JsonNode answer(OkDoor.Call call) {
        Function<OkDoor.Call, JsonNode> method = methods().get(call.method());
        if (method == null) {
            throw new OkRefusal(3, "METHOD : Method " + call.method() + " not found");
        }
        return method.apply(call);
    }

    private static OkJson.Wanted wanted(OkDoor.Call call) {
        return OkJson.Wanted.of(Optional.ofNullable(call.parameters().get("fields")));
    }

    private static int count(OkDoor.Call call) {
        return Integer.parseInt(call.get("count", "20"));
    }

    private JsonNode list(OkDoor.Call call) {
        List<OkDiscussion> visible = world.discussions.values().stream()
                .filter(one -> world.isAdmin(call.user(), one.group))
                .sorted(LIVELY_FIRST)
                .toList();
        String anchor = call.get("anchor", "");
        if (call.get("direction", "FORWARD").equals("BACKWARD")) {
            throw new OkRefusal(100, "PARAM : The fake pages lists only FORWARD");
        }
        List<OkDiscussion> rest = visible.stream()
                .filter(one -> anchor.isEmpty() || anchor(one).compareTo(anchor) < 0)
                .toList();
        List<OkDiscussion> page = rest.subList(0, Math.min(count(call), rest.size()));
        ObjectNode node = OkJson.NODES.objectNode();
        ArrayNode items = node.putArray("discussions");
        page.forEach(one -> items.add(json.discussion(one, wanted(call))));
        node.put("has_more", page.size() < rest.size());
        return page.isEmpty() ? node : node.put("anchor", anchor(page.get(page.size() - 1)));
    }

    private static String anchor(OkDiscussion discussion) {
        return String.format(Locale.ROOT, "%015d-%s", discussion.lastActivity.toEpochMilli(), discussion.id);
    }

    private OkDiscussion named(OkDoor.Call call) {
        return world.discussion(call.need("discussionType"), call.need("discussionId"));
    }

    private JsonNode comments(OkDoor.Call call) {
        OkDiscussion discussion = named(call);
        boolean removed = call.get("includeRemoved", "false").equals("true");
        List<OkComment> visible = discussion.seen(one -> removed && isOf(call.user(), one));
        boolean backward = call.get("direction", "FORWARD").equals("BACKWARD");
        int[] range = range(visible, call.get("anchor", "FIRST"), backward, count(call));
        ObjectNode node = OkJson.NODES.objectNode();
        node.put("discussionId", discussion.id).put("discussionType", discussion.type);
        node.put("has_more", backward ? range[0] > 0 : range[1] < visible.size());
        node.put("anchor", String.valueOf(backward ? range[0] : range[1]));
        ArrayNode items = node.putArray("comments");
        OkJson.Wanted wanted = wanted(call);
        visible.subList(range[0], range[1]).forEach(one -> items.add(json.comment(one, wanted)));
        return node;
    }

    /** Removed comments are shown only to the one whose comments they were. */
    private boolean isOf(String user, OkComment comment) {
        OkPerson author = comment.author;
        return author.group() ? world.isAdmin(user, author) : author.id().equals(user);
    }

    private static int[] range(List<OkComment> visible, String anchor, boolean backward, int count) {
        int size = visible.size();
        int from = switch (anchor) {
            case "FIRST" -> 0;
            case "LAST", "UNREAD" -> size;
            default -> Math.min(number(anchor), size);
        };
        return backward ? new int[] {Math.max(0, from - count), from} : new int[] {from, Math.min(size, from + count)};
    }

    private static int number(String anchor) {
        if (!anchor.matches("[0-9]{1,9}")) {
            throw new OkRefusal(100, "PARAM : anchor is " + anchor);
        }
        return Integer.parseInt(anchor);
    }

    private JsonNode allComments(OkDoor.Call call) {
        OkDiscussion discussion = world.discussion(call.need("entityType"), call.need("entityId"));
        List<OkComment> active = discussion.seen(none -> false);
        int from = Math.min(number(call.get("offset", "0")), active.size());
        ObjectNode node = OkJson.NODES.objectNode();
        ArrayNode items = node.putArray("comments");
        active.subList(from, Math.min(from + count(call), active.size()))
                .forEach(one -> items.add(json.comment(one, OkJson.Wanted.of(Optional.empty()))));
        return node;
    }

    private JsonNode discussion(OkDoor.Call call) {
        OkDiscussion discussion = named(call);
        ObjectNode node = OkJson.NODES.objectNode();
        node.set("discussion", json.discussion(discussion, wanted(call)));
        node.set("entities", OkJson.entities(List.of(discussion.group, discussion.author)));
        return node;
    }

    private JsonNode comment(OkDoor.Call call) {
        OkComment comment = world.comment(named(call), call.need("comment_id"));
        ObjectNode node = OkJson.NODES.objectNode();
        node.set("comment", json.comment(comment, wanted(call)));
        return node;
    }

    private JsonNode topics(OkDoor.Call call) {
        List<OkDiscussion> found = new ArrayList<>();
        for (String id : call.need("topic_ids").split(",", -1)) {
            Optional.ofNullable(world.discussions.get(id))
                    .filter(one -> one.type.endsWith("_TOPIC"))
                    .ifPresent(found::add);
        }
        ObjectNode node = OkJson.NODES.objectNode();
        put(node, found);
        node.set("entities", OkJson.entities(people(found)));
        return node;
    }

    private void put(ObjectNode node, List<OkDiscussion> found) {
        ArrayNode items = node.putArray("media_topics");
        found.forEach(one -> items.add(json.topic(one)));
    }

    private static List<OkPerson> people(List<OkDiscussion> topics) {
        List<OkPerson> people = new ArrayList<>();
        topics.forEach(topic -> Collections.addAll(people, topic.author, topic.group));
        return people;
    }

    private JsonNode search(OkDoor.Call call) {
        String tag = "#" + call.need("query").toLowerCase(Locale.ROOT);
        if (tag.startsWith("##")) {
            throw new OkRefusal(100, "PARAM : query is a tag without #");
        }
        Instant since = since(call.get("filter", "{}"));
        int from = number(call.get("anchor", "0"));
        List<OkDiscussion> found = world.discussions.values().stream()
                .filter(one -> one.type.endsWith("_TOPIC") && !one.createdAt.isBefore(since))
                .filter(one -> (one.text.toLowerCase(Locale.ROOT) + " ").contains(tag + " "))
                .sorted(Comparator.comparing((OkDiscussion one) -> one.createdAt)
                        .reversed())
                .toList();
        List<OkDiscussion> page = found.stream().skip(from).limit(count(call)).toList();
        ObjectNode node = OkJson.NODES.objectNode();
        node.put("has_more", from + page.size() < found.size()).put("anchor", String.valueOf(from + page.size()));
        ObjectNode entities = OkJson.entities(people(page));
        put(entities, page);
        node.set("entities", entities);
        return node;
    }

    private static Instant since(String filter) {
        try {
            String since = new ObjectMapper().readTree(filter).path("since").asText();
            return since.isEmpty()
                    ? Instant.MIN
                    : LocalDateTime.parse(since, FILTER).atZone(MOSCOW).toInstant();
        } catch (JsonProcessingException e) {
            throw new OkRefusal(100, "PARAM : filter is no JSON");
        }
    }

    private JsonNode people(OkDoor.Call call, boolean groups) {
        ArrayNode found = OkJson.NODES.arrayNode();
        for (String id : call.need("uids").split(",", -1)) {
            OkPerson person = world.people.get(id);
            if (person != null && person.group() == groups) {
                found.addObject().put("uid", id).put("name", person.name());
            }
        }
        return found;
    }

    private JsonNode link(OkDoor.Call call) {
        String url = call.need("url");
        String last = url.substring(url.lastIndexOf('/') + 1);
        OkPerson person = world.people.get(world.shortNames.getOrDefault(last, last));
        if (person == null) {
            return OkJson.NODES.objectNode().put("type", "UNKNOWN");
        }
        return OkJson.NODES
                .objectNode()
                .put("type", person.group() ? "GROUP" : "PROFILE")
                .put("objectId", Long.parseLong(person.id()))
                .put("objectIdStr", person.id());
    }

    private static JsonNode callsLeft(OkDoor.Call call) {
        ArrayNode all = OkJson.NODES.arrayNode();
        for (String method : call.need("methods").split(",", -1)) {
            all.addObject().put("methodName", method).put("available", true);
        }
        return all;
    }
}
