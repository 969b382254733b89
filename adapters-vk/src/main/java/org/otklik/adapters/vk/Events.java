package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Post;
import org.otklik.post.PostChange;

/** Reads events of communities, the same in Bots Long Poll and Callback API; what is not public is left out. */
final class Events {

    private final Items items;
    private final InstantSource time;

    Events(Items items, InstantSource time) {
        this.items = items;
        this.time = time;
    }

    /** The changes that an event brings; none for types that are unknown or not about posts. */
    List<PostChange> changes(JsonNode event, long group) {
        JsonNode object = event.path("object");
        Optional<PostChange> change = switch (Fields.text(event, "type").orElse("")) {
            case "wall_post_new", "wall_repost" -> post(object, group);
            case "wall_reply_new", "wall_reply_edit", "wall_reply_restore" -> comment(object, group);
            case "wall_reply_delete" ->
                commentId(object, group).map(id -> new PostChange.Gone(id.id(), time.instant()));
            default -> Optional.empty();
        };
        return change.stream().toList();
    }

    private Optional<PostChange> post(JsonNode object, long group) {
        return Items.isPublic(object)
                ? Items.postId(object, -group)
                        .flatMap(id -> items.post(object, id, Names.NONE))
                        .map(PostChange.Present::new)
                : Optional.empty();
    }

    private Optional<PostChange> comment(JsonNode object, long group) {
        Optional<Post> comment = commentId(object, group).flatMap(id -> items.comment(object, id, Names.NONE));
        return comment.map(PostChange.Present::new);
    }

    /** Recorded events have {@code post_owner_id}, the schema {@code owner_id}. */
    private static Optional<NativeId> commentId(JsonNode object, long group) {
        OptionalLong post = Fields.number(object, "post_id");
        long owner = Fields.number(object, "post_owner_id", "owner_id").orElse(-group);
        return post.isPresent() ? Items.commentId(object, NativeId.ofPost(owner, post.getAsLong())) : Optional.empty();
    }
}
