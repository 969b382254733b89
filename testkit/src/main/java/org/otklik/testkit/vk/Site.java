package org.otklik.testkit.vk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that stands on the site; its own monitor is the lock of all that it holds. */
final class Site {

    private final InstantSource clock;
    private final Map<Long, Wall> walls = new HashMap<>();
    private final Map<Long, Community> communities = new LinkedHashMap<>();
    private final Map<String, Long> names = new HashMap<>();
    private final SearchIndex index = new SearchIndex();
    private final People people = new People();
    private final List<BiConsumer<Item, String>> watchers = new ArrayList<>();
    private long lastCommunity = 1_000;

    Site(InstantSource clock) {
        this.clock = clock;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    SearchIndex index() {
        return index;
    }

    /** Adds one who is told of each item that is new, changed, gone or back. */
    void watch(BiConsumer<Item, String> watcher) {
        watchers.add(watcher);
    }

    Community found(String screenName) {
        Community community = new Community(++lastCommunity, screenName);
        communities.put(community.id(), community);
        names.put(screenName, -community.id());
        return community;
    }

    Community community(long id) {
        return Optional.ofNullable(communities.get(id)).orElseThrow(() -> VkError.parameter("group_id is undefined"));
    }

    Optional<Community> communityOf(long owner) {
        return Optional.ofNullable(communities.get(-owner));
    }

    Optional<Long> named(String name) {
        Long known = names.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (name.matches("id\\d{1,15}")) {
            return Optional.of(Long.valueOf(name.substring(2)));
        }
        return Optional.of(name)
                .filter(text -> text.matches("(club|public)\\d{1,15}"))
                .map(text -> -Long.parseLong(text.replaceAll("\\D", "")))
                .filter(owner -> communities.containsKey(-owner));
    }

    Wall wall(long owner) {
        return walls.computeIfAbsent(owner, Wall::new);
    }

    WallPost post(long owner, long from, String text) {
        WallPost post = wall(owner).post(from, now(), text);
        index.add(post);
        tell(post, "new");
        return post;
    }

    WallComment comment(WallPost post, long from, String text, @Nullable WallComment answered) {
        WallComment comment = written(post, from, text, answered);
        tell(comment, "new");
        return comment;
    }

    /** Takes a comment and shows it to nobody; no event tells of it. */
    WallComment hiddenComment(WallPost post, long from, String text, @Nullable WallComment answered) {
        WallComment comment = written(post, from, text, answered);
        hide(comment);
        return comment;
    }

    private WallComment written(WallPost post, long from, String text, @Nullable WallComment answered) {
        WallComment comment = wall(post.owner()).comment(post, from, now(), text, answered);
        index.add(comment);
        return comment;
    }

    void edit(Item item, String text) {
        if (item instanceof WallPost post) {
            post.edit(text, now());
        } else {
            item.write(text);
        }
        index.addKeys(item);
        tell(item, "update");
    }

    void delete(Item item, boolean gone) {
        if (item.isDeleted() != gone) {
            boolean before = item.isVisible();
            item.delete(gone);
            shown(item, before);
            tell(item, gone ? "delete" : "restore");
        }
    }

    void hide(Item item) {
        boolean before = item.isVisible();
        item.hide();
        shown(item, before);
    }

    private void shown(Item item, boolean before) {
        if (item instanceof WallComment comment && before != item.isVisible()) {
            comment.post().recount(before ? -1 : 1);
        }
        wall(item.owner()).shuffled();
    }

    private void tell(Item item, String action) {
        watchers.forEach(watcher -> watcher.accept(item, action));
    }

    /** Finds {@code -1_2} or {@code -1_2_3}. */
    Optional<? extends Item> find(String nativeId) {
        String[] parts = nativeId.split("_", -1);
        Wall wall = wall(Long.parseLong(parts[0]));
        return parts.length == 2 ? wall.post(Integer.parseInt(parts[1])) : wall.comment(Integer.parseInt(parts[2]));
    }

    /** Adds who is named by the items, as answers in full form have it. */
    void name(Collection<? extends Item> items, Collection<Long> more, JsonText answer) {
        TreeSet<Long> ids = new TreeSet<>(more);
        for (Item item : items) {
            ids.add(item.owner());
            ids.add(item.isDeleted() ? 0L : item.from());
        }
        answer.array("profiles", ids.tailSet(1L).stream().map(people::json).toList());
        answer.array("groups", groups(ids.headSet(0L)));
    }

    private List<String> groups(Set<Long> owners) {
        return owners.stream()
                .flatMap(owner -> communityOf(owner).stream())
                .map(Community::json)
                .toList();
    }

    String person(long id) {
        return people.json(id);
    }
}
