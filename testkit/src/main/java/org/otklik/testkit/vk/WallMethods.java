package org.otklik.testkit.vk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading of walls: {@code wall.get}, {@code wall.getById}, {@code wall.search}. */
final class WallMethods {

    private static final Set<TokenKind> READERS = EnumSet.of(TokenKind.USER, TokenKind.SERVICE);
    private static final int PAGE = 100;
    private static final int FAR = 1_000_000;

    private final Site site;

    WallMethods(Site site) {
        this.site = site;
    }

    Map<String, Method> methods() {
        return Map.of(
                "wall.get", Method.of(READERS, this::get),
                "wall.getById", Method.of(READERS, this::getById, "posts"),
                "wall.search", Method.of(READERS, this::search));
    }

    private Wall wall(Call call) {
        long owner = call.text("domain")
                .map(name -> site.named(name).orElseThrow(() -> VkError.parameter("owner_id is undefined")))
                .orElseGet(() -> call.required("owner_id"));
        if (owner < 0 && site.communityOf(owner).isEmpty()) {
            throw VkError.of(15);
        }
        return site.wall(owner);
    }

    private String get(Call call) {
        Wall wall = wall(call);
        int offset = call.whole("offset", 0, FAR);
        int count = call.whole("count", 20, PAGE);
        String filter = call.text("filter").orElse("all");
        return switch (filter) {
            case "all" -> answer(call, wall.size(), wall.page(offset, count));
            case "owner", "others" -> filtered(call, wall, filter.equals("owner"), offset, count);
            default -> throw VkError.of(15);
        };
    }

    private String filtered(Call call, Wall wall, boolean own, int offset, int count) {
        List<WallPost> fitting = wall.page(0, wall.size()).stream()
                .filter(post -> (post.from() == post.owner()) == own)
                .toList();
        return answer(
                call, fitting.size(), fitting.stream().skip(offset).limit(count).toList());
    }

    private String getById(Call call) {
        List<String> ids = call.list("posts");
        if (ids.size() > PAGE) {
            throw VkError.parameter("posts has too many items");
        }
        List<? extends Item> posts =
                ids.stream().map(this::visible).filter(Objects::nonNull).toList();
        JsonText answer = new JsonText().array("items", texts(call.arranged(posts)));
        return extended(call, posts, answer).end();
    }

    private @Nullable Item visible(String id) {
        if (!id.matches("-?\\d{1,15}_\\d{1,9}(_\\w+)?")) {
            throw VkError.parameter("posts is invalid");
        }
        return site.find(id.replaceFirst("^(-?\\d+_\\d+)_.*", "$1"))
                .filter(Item::isVisible)
                .orElse(null);
    }

    private String search(Call call) {
        Wall wall = wall(call);
        int offset = call.whole("offset", 0, FAR);
        int count = call.whole("count", 20, PAGE);
        boolean ownersOnly = call.flag("owners_only");
        Query query = Query.parse(call.text("query").orElse(""));
        List<WallPost> found = site.index().find(query, 0, Long.MAX_VALUE, FAR).stream()
                .filter(item -> item.owner() == wall.owner() && item instanceof WallPost)
                .map(WallPost.class::cast)
                .filter(post -> !ownersOnly || post.from() == post.owner())
                .toList();
        return answer(
                call, found.size(), found.stream().skip(offset).limit(count).toList());
    }

    private String answer(Call call, int total, List<WallPost> page) {
        JsonText answer =
                new JsonText(page.size() * 600 + 100).put("count", total).array("items", texts(call.arranged(page)));
        return extended(call, page, answer).end();
    }

    private JsonText extended(Call call, List<? extends Item> page, JsonText answer) {
        if (call.flag("extended")) {
            site.name(page, List.of(), answer);
        }
        return answer;
    }

    private static List<String> texts(List<? extends Item> items) {
        return items.stream().map(Item::json).toList();
    }
}
