package org.otklik.testkit.ok;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods that the fake knows, with their parameters, written by hand from the official pages. */
final class OkMethods {

    /** What a method must and may be given; immutable. */
    record Rule(Set<String> required, Set<String> optional, boolean writes) {

        Set<String> known() {
            Set<String> all = new HashSet<>(required);
            all.addAll(optional);
            return all;
        }
    }

    private static final Map<String, Rule> ALL = Map.ofEntries(
            reads(
                    "discussions.getList",
                    Set.of(),
                    Set.of("category", "types", "anchor", "direction", "count", "fields", "fieldset")),
            reads(
                    "discussions.getComments",
                    Set.of("discussionId", "discussionType"),
                    Set.of(
                            "anchor",
                            "direction",
                            "count",
                            "frmt",
                            "fields",
                            "fieldset",
                            "mark_as_read",
                            "includeRemoved")),
            reads("discussions.get", Set.of("discussionId", "discussionType"), Set.of("fields", "fieldset")),
            reads(
                    "discussions.getComment",
                    Set.of("discussionId", "discussionType", "comment_id"),
                    Set.of("fields", "fieldset", "frmt")),
            reads("discussions.getDiscussionComments", Set.of("entityId", "entityType"), Set.of("offset", "count")),
            reads("mediatopic.getByIds", Set.of("topic_ids"), Set.of("media_limit", "fields")),
            reads("search.tagContents", Set.of("query"), Set.of("filter", "anchor", "count", "fields")),
            reads("users.getInfo", Set.of("uids", "fields"), Set.of("emptyPictures")),
            reads("group.getInfo", Set.of("uids", "fields"), Set.of("move_to_top")),
            reads("users.getLoggedInUser", Set.of(), Set.of()),
            reads("url.getInfo", Set.of("url"), Set.of()),
            reads("users.getCallsLeft", Set.of("uid", "methods"), Set.of()),
            writes(
                    "discussions.addDiscussionComment",
                    Set.of("entityId", "entityType", "comment"),
                    Set.of("reply_to_comment_id", "as_admin", "attachments", "frmt", "fields", "fieldset")),
            writes(
                    "discussions.editDiscussionComment",
                    Set.of("discussionId", "discussionType", "comment_id", "comment"),
                    Set.of()),
            writes(
                    "discussions.deleteDiscussionComment",
                    Set.of("entityId", "entityType", "comment_id"),
                    Set.of("mark_as_spam", "block_author")),
            writes("mediatopic.post", Set.of("type", "attachment"), Set.of("gid", "text_link_preview")));

    private OkMethods() {}

    static Rule rule(String method) {
        Rule rule = ALL.get(method);
        if (rule == null) {
            throw new OkRefusal(3, "METHOD : Method " + method + " not found");
        }
        return rule;
    }

    private static Map.Entry<String, Rule> reads(String method, Set<String> required, Set<String> optional) {
        return Map.entry(method, new Rule(required, optional, false));
    }

    private static Map.Entry<String, Rule> writes(String method, Set<String> required, Set<String> optional) {
        return Map.entry(method, new Rule(required, optional, true));
    }
}
