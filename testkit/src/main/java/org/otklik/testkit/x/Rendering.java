package org.otklik.testkit.x;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Writes posts and what they refer to as JSON; each post only once for the same selection. */
final class Rendering {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Problems problems;

    Rendering(Problems problems) {
        this.problems = problems;
    }

    static String time(java.time.Instant instant) {
        return TIME.format(instant);
    }

    static String post(XPost post, Selection selection) {
        return post.rendered(selection.key(), fresh -> fresh(fresh, selection));
    }

    private static String fresh(XPost post, Selection selection) {
        Spelling words = selection.answered();
        StringBuilder json = new StringBuilder(400)
                .append("{\"id\":\"")
                .append(post.id)
                .append("\",\"text\":")
                .append(Json.text(post.text.shown()));
        if (selection.asked() == Spelling.TWEET || selection.has("edit_history_post_ids")) {
            field(json, words.history(), "[\"" + String.join("\",\"", post.history) + "\"]");
        }
        if (selection.has("author_id")) {
            field(json, "author_id", "\"" + post.author.id + "\"");
        }
        if (selection.has("created_at")) {
            field(json, "created_at", "\"" + TIME.format(post.time()) + "\"");
        }
        if (selection.has("conversation_id")) {
            field(json, "conversation_id", "\"" + post.place.conversation() + "\"");
        }
        if (selection.has("lang")) {
            field(json, "lang", "\"" + post.text.lang() + "\"");
        }
        if (selection.has("reply_settings")) {
            field(json, "reply_settings", "\"everyone\"");
        }
        if (selection.has("entities") && !post.text.entities().isEmpty()) {
            field(json, "entities", post.text.entities().toString());
        }
        references(json, post, selection);
        extras(json, post, selection);
        return json.append('}').toString();
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":").append(value);
    }

    private static void references(StringBuilder json, XPost post, Selection selection) {
        XPost parent = post.place.parent();
        XPost quoted = post.place.quoted();
        if (parent != null && selection.has("in_reply_to_user_id")) {
            field(json, "in_reply_to_user_id", "\"" + parent.author.id + "\"");
        }
        boolean shown = selection.wantsParents() || selection.has("referenced_tweets");
        if (shown && (parent != null || quoted != null)) {
            StringBuilder list = new StringBuilder("[");
            if (quoted != null) {
                list.append("{\"type\":\"quoted\",\"id\":\"").append(quoted.id).append("\"}");
            }
            if (parent != null) {
                list.append(quoted == null ? "" : ",")
                        .append("{\"type\":\"replied_to\",\"id\":\"")
                        .append(parent.id)
                        .append("\"}");
            }
            field(json, selection.answered().referenced(), list.append(']').toString());
        }
    }

    private static void extras(StringBuilder json, XPost post, Selection selection) {
        if (selection.has("public_metrics")) {
            field(
                    json,
                    "public_metrics",
                    "{\"" + selection.answered().reposts() + "\":0,\"reply_count\":" + post.replies
                            + ",\"like_count\":0,\"quote_count\":0,\"bookmark_count\":0,\"impression_count\":0}");
        }
        if (selection.has("display_text_range")) {
            int length = post.text.shown().codePointCount(0, post.text.shown().length());
            field(json, "display_text_range", "[" + post.text.lead() + "," + length + "]");
        }
        if (selection.shows("note_tweet", "note_post") && !post.text.whole().isEmpty()) {
            field(json, selection.answered().note(), "{\"text\":" + Json.text(post.text.whole()) + "}");
        }
        XPost.Spot spot = post.spot;
        if (spot != null && (selection.has("geo") || selection.has("geo.place_id"))) {
            field(
                    json,
                    "geo",
                    "{\"place_id\":" + Json.text(spot.placeId())
                            + ",\"coordinates\":{\"type\":\"Point\",\"coordinates\":[" + spot.longitude() + ","
                            + spot.latitude() + "]}}");
        }
    }

    /** Writes the member {@code includes}, empty if there is nothing to include, and {@code errors}. */
    String companions(
            Collection<XPost> posts, Selection selection, Predicate<XPost> visible, Collection<String> errors) {
        Map<String, XPost> parents = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>(errors);
        if (selection.wantsParents()) {
            posts.forEach(post -> parents(post, parents, missing, visible));
        }
        StringBuilder parts = new StringBuilder();
        list(parts, "users", users(posts, parents.values(), selection));
        list(
                parts,
                selection.answered().included(),
                parents.values().stream().map(parent -> post(parent, selection)).toList());
        list(parts, "places", places(posts, selection));
        String includes = parts.isEmpty() ? "" : ",\"includes\":{" + parts + "}";
        return includes + (missing.isEmpty() ? "" : ",\"errors\":[" + String.join(",", missing) + "]");
    }

    private void parents(XPost post, Map<String, XPost> parents, Set<String> missing, Predicate<XPost> visible) {
        for (XPost one : new XPost[] {post.place.parent(), post.place.quoted()}) {
            if (one != null && visible.test(one)) {
                parents.put(one.idText(), one);
            } else if (one != null) {
                missing.add(problems.missing("tweet", "referenced_tweets.id", one.idText())
                        .toString());
            }
        }
    }

    private static Collection<String> users(Collection<XPost> posts, Collection<XPost> parents, Selection selection) {
        Map<String, String> users = new LinkedHashMap<>();
        for (XPost post : posts) {
            XPost parent = post.place.parent();
            if (selection.expansions().contains("author_id")) {
                users.computeIfAbsent(post.author.id, fresh -> post.author.json(selection.userFields()));
            }
            if (parent != null && selection.expansions().contains("in_reply_to_user_id")) {
                users.computeIfAbsent(parent.author.id, fresh -> parent.author.json(selection.userFields()));
            }
        }
        if (selection.expansions().contains("referenced_tweets.id.author_id")) {
            parents.forEach(
                    one -> users.computeIfAbsent(one.author.id, fresh -> one.author.json(selection.userFields())));
        }
        return users.values();
    }

    private static Collection<String> places(Collection<XPost> posts, Selection selection) {
        if (!selection.expansions().contains("geo.place_id")) {
            return List.of();
        }
        Set<String> places = new LinkedHashSet<>();
        for (XPost post : posts) {
            XPost.Spot spot = post.spot;
            if (spot != null) {
                places.add(
                        "{\"id\":" + Json.text(spot.placeId()) + ",\"full_name\":" + Json.text(spot.placeName()) + "}");
            }
        }
        return places;
    }

    private static void list(StringBuilder parts, String name, Collection<String> items) {
        if (!items.isEmpty()) {
            parts.append(parts.isEmpty() ? "\"" : ",\"")
                    .append(name)
                    .append("\":[")
                    .append(String.join(",", items))
                    .append(']');
        }
    }
}
