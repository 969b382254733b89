package org.otklik.testkit.ok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The writing methods of the fake. */
final class OkWriting {

    private static final int LONGEST = 3000;

    private final OkWorld world;
    private boolean hideNext;

    OkWriting(OkWorld world) {
        this.world = world;
    }

    void hideNext() {
        hideNext = true;
    }

    JsonNode answer(OkDoor.Call call) {
        return switch (call.method()) {
            case "discussions.addDiscussionComment" -> add(call);
            case "discussions.editDiscussionComment" -> edit(call);
            case "discussions.deleteDiscussionComment" -> delete(call);
            default -> post(call);
        };
    }

    private JsonNode add(OkDoor.Call call) {
        OkDiscussion discussion = world.discussion(call.need("entityType"), call.need("entityId"));
        @Nullable String replyTo = call.parameters().get("reply_to_comment_id");
        if (replyTo != null && !world.comment(discussion, replyTo).isActive()) {
            throw new OkRefusal(702, "COMMENT_NOT_ACTIVE : Comment not active");
        }
        if (!discussion.flags.contains("c")) {
            throw new OkRefusal(10, "PERMISSION_DENIED : Comments are closed");
        }
        String text = checked(call.need("comment"));
        OkComment comment = world.comment(discussion, speaker(call, discussion), text, replyTo);
        if (hideNext) {
            discussion.become(comment, OkComment.HIDDEN);
            hideNext = false;
        }
        return OkJson.NODES.textNode(comment.id);
    }

    private OkPerson speaker(OkDoor.Call call, OkDiscussion discussion) {
        if (!call.get("as_admin", "false").equals("true")) {
            return world.person(call.user());
        }
        if (!world.isAdmin(call.user(), discussion.group)) {
            throw new OkRefusal(50, "NOT_ADMIN : Not an administrator of the group");
        }
        return discussion.group;
    }

    private static String checked(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new OkRefusal(100, "PARAM : comment is longer than " + LONGEST);
        }
        return text;
    }

    private JsonNode edit(OkDoor.Call call) {
        OkDiscussion discussion = world.discussion(call.need("discussionType"), call.need("discussionId"));
        own(call, world.comment(discussion, call.need("comment_id"))).text = checked(call.need("comment"));
        return OkJson.NODES.booleanNode(true);
    }

    private JsonNode delete(OkDoor.Call call) {
        OkDiscussion discussion = world.discussion(call.need("entityType"), call.need("entityId"));
        discussion.become(own(call, world.comment(discussion, call.need("comment_id"))), OkComment.REMOVED);
        return OkJson.NODES.booleanNode(true);
    }

    private OkComment own(OkDoor.Call call, OkComment comment) {
        boolean own = comment.author.group()
                ? world.isAdmin(call.user(), comment.author)
                : comment.author.id().equals(call.user());
        if (!own) {
            throw new OkRefusal(701, "INVALID_AUTHOR : Not the author");
        }
        return comment;
    }

    private JsonNode post(OkDoor.Call call) {
        OkPerson group = world.person(call.need("gid"));
        if (!call.need("type").equals("GROUP_THEME") || !world.isAdmin(call.user(), group)) {
            throw new OkRefusal(10, "PERMISSION_DENIED : Not here");
        }
        String text = text(call.need("attachment"));
        OkDiscussion topic = new OkDiscussion("GROUP_TOPIC", world.freshId(), group, group, world.time.instant(), text);
        return OkJson.NODES.textNode(world.add(topic).id);
    }

    private static String text(String attachment) {
        try {
            return new ObjectMapper().readTree(attachment).at("/media/0/text").asText();
        } catch (JsonProcessingException e) {
            throw new OkRefusal(100, "PARAM : attachment is no JSON");
        }
    }
}
