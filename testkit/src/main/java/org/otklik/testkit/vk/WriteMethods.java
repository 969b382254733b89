package org.otklik.testkit.vk;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.Fault;

/** Writing: {@code wall.createComment}, {@code wall.editComment}, {@code wall.deleteComment}. */
final class WriteMethods {

    private static final Set<TokenKind> WRITERS = EnumSet.of(TokenKind.USER, TokenKind.GROUP);
    private static final int LONGEST = 4_096;

    private final Site site;
    private final GoneAnswer gone;
    private final Gatekeeper gate;
    private final Map<String, WallComment> byGuid = new HashMap<>();

    WriteMethods(Site site, GoneAnswer gone, Gatekeeper gate) {
        this.site = site;
        this.gone = gone;
        this.gate = gate;
    }

    Map<String, Method> methods() {
        Set<TokenKind> user = EnumSet.of(TokenKind.USER);
        return Map.of(
                "wall.createComment", Method.of(WRITERS, this::create, "post_id"),
                "wall.editComment", Method.of(user, this::edit, "comment_id", "message"),
                "wall.deleteComment", Method.of(user, this::delete, "comment_id"));
    }

    private String create(Call call) {
        long author = author(call);
        Optional<String> guid = call.text("guid").map(text -> author + " " + text);
        WallComment known = guid.map(byGuid::get).orElse(null);
        if (known != null) {
            return created(known);
        }
        gate.comment(author);
        WallComment fresh = write(call, author);
        guid.ifPresent(key -> byGuid.put(key, fresh));
        return created(fresh);
    }

    private static long author(Call call) {
        long group = call.number("from_group", 0, 0, Long.MAX_VALUE);
        if (call.token().is(TokenKind.USER)) {
            return group == 0 ? call.token().holder() : -group;
        }
        if (group != 0 && group != call.token().holder()) {
            throw VkError.of(15);
        }
        return -call.token().holder();
    }

    private WallComment write(Call call, long author) {
        if (call.suffers(Fault.TARGET_DELETED)) {
            target(call).ifPresent(item -> site.delete(item, true));
        }
        WallPost post = gone.post(site, call);
        WallComment answered = answered(call, post);
        String text = message(call);
        if (!post.isOpen()) {
            throw VkError.of(213);
        }
        return call.suffers(Fault.HIDDEN_REPLY)
                ? site.hiddenComment(post, author, text, answered)
                : site.comment(post, author, text, answered);
    }

    private Optional<? extends Item> target(Call call) {
        Wall wall = site.wall(call.required("owner_id"));
        return call.text("reply_to_comment").isPresent()
                ? wall.comment((int) call.required("reply_to_comment"))
                : wall.post((int) call.required("post_id"));
    }

    private @Nullable WallComment answered(Call call, WallPost post) {
        long id = call.number("reply_to_comment", 0, 0, Integer.MAX_VALUE);
        if (id == 0) {
            return null;
        }
        return site.wall(post.owner())
                .comment((int) id)
                .filter(comment -> comment.post() == post && comment.isVisible())
                .orElseThrow(gone::error);
    }

    private static String message(Call call) {
        String text = call.text("message").orElse("");
        if (text.isBlank() && call.text("attachments").isEmpty()) {
            throw VkError.parameter("message is undefined");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw VkError.parameter("message is too long");
        }
        return text;
    }

    private static String created(WallComment comment) {
        List<Integer> parents =
                comment.answered().map(one -> List.of(comment.root().id())).orElse(List.of());
        return new JsonText()
                .put("comment_id", comment.id())
                .array("parents_stack", parents)
                .end();
    }

    private WallComment own(Call call) {
        long owner = call.number("owner_id", call.token().holder(), Long.MIN_VALUE, Long.MAX_VALUE);
        WallComment comment = site.wall(owner)
                .comment((int) call.required("comment_id"))
                .filter(one -> !one.isDeleted())
                .orElseThrow(gone::error);
        boolean community = site.communityOf(comment.from()).isPresent();
        if (!community && comment.from() != call.token().holder()) {
            throw VkError.of(211);
        }
        return comment;
    }

    private String edit(Call call) {
        site.edit(own(call), message(call));
        return "1";
    }

    private String delete(Call call) {
        site.delete(own(call), true);
        return "1";
    }
}
