package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading of comments: {@code wall.getComments}, {@code wall.getComment}. */
final class CommentMethods {

    private static final Set<TokenKind> READERS = EnumSet.of(TokenKind.USER, TokenKind.SERVICE);
    private static final int PAGE = 100;
    private static final int THREAD = 10;
    private static final int PREVIEW = 90;
    private static final Comparator<WallComment> BY_AGE = Comparator.comparingInt(Item::id);

    private final Site site;
    private final GoneAnswer gone;

    CommentMethods(Site site, GoneAnswer gone) {
        this.site = site;
        this.gone = gone;
    }

    Map<String, Method> methods() {
        return Map.of(
                "wall.getComments", Method.of(READERS, this::getComments, "post_id"),
                "wall.getComment", Method.of(EnumSet.of(TokenKind.USER), this::getComment, "comment_id"));
    }

    private String getComments(Call call) {
        WallPost post = gone.post(site, call);
        List<WallComment> level = new ArrayList<>(level(call, post));
        switch (call.text("sort").orElse("asc")) {
            case "asc", "smart" -> level.sort(BY_AGE);
            case "desc" -> level.sort(BY_AGE.reversed());
            default -> throw VkError.parameter("sort is invalid");
        }
        int first = first(call, level) + (int) call.number("offset", 0, -PAGE, Integer.MAX_VALUE / 2);
        int start = Math.max(0, Math.min(level.size(), first));
        int end = Math.min(level.size(), start + call.whole("count", THREAD, PAGE));
        return answer(call, post, level.size(), level.subList(start, end));
    }

    private List<WallComment> level(Call call, WallPost post) {
        List<WallComment> all = call.text("comment_id").isEmpty()
                ? post.top()
                : site.wall(post.owner())
                        .comment((int) call.required("comment_id"))
                        .filter(comment -> comment.post() == post)
                        .orElseThrow(gone::error)
                        .root()
                        .thread();
        return all.stream().filter(WallComment::isListed).toList();
    }

    private static int first(Call call, List<WallComment> level) {
        long id = call.number("start_comment_id", 0, 0, Integer.MAX_VALUE);
        for (int i = 0; id > 0 && i < level.size(); i++) {
            if (level.get(i).id() == id) {
                return i;
            }
        }
        return 0;
    }

    private String answer(Call call, WallPost post, int onLevel, List<WallComment> page) {
        int inThread = call.whole("thread_items_count", 0, THREAD);
        int preview = call.whole("preview_length", PREVIEW, Integer.MAX_VALUE);
        int longest = preview == 0 ? Integer.MAX_VALUE : preview;
        List<WallComment> named = new ArrayList<>(page);
        List<String> items = call.arranged(page).stream()
                .map(comment -> item(comment, inThread, longest, named))
                .toList();
        JsonText answer = new JsonText(items.size() * 500 + 200)
                .put("count", call.text("comment_id").isEmpty() ? post.shown() : onLevel)
                .array("items", items);
        if (call.flag("extended")) {
            site.name(named, List.of(post.owner()), answer);
            answer.put("post_author_id", post.from());
        }
        return answer.put("current_level_count", onLevel)
                .put("can_post", post.isOpen())
                .put("show_reply_button", post.isOpen())
                .put("groups_can_post", post.isOpen())
                .end();
    }

    private static String item(WallComment comment, int inThread, int longest, List<WallComment> named) {
        boolean plain = comment.text().length() <= longest;
        if (plain && (inThread == 0 || comment.thread().isEmpty())) {
            return comment.json();
        }
        List<WallComment> thread = comment.thread().stream()
                .filter(Item::isVisible)
                .limit(inThread)
                .toList();
        named.addAll(thread);
        return comment.shown(longest, thread);
    }

    private String getComment(Call call) {
        WallComment comment = site.wall(call.number("owner_id", call.token().holder(), Long.MIN_VALUE, Long.MAX_VALUE))
                .comment((int) call.required("comment_id"))
                .filter(one -> !one.isDeleted())
                .orElseThrow(gone::error);
        JsonText answer = new JsonText().array("items", List.of(comment.json()));
        if (call.flag("extended")) {
            site.name(List.of(comment), List.of(), answer);
        }
        return answer.put("can_post", comment.post().isOpen())
                .put("groups_can_post", comment.post().isOpen())
                .end();
    }
}
