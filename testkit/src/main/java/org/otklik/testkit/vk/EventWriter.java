package org.otklik.testkit.vk;

import java.util.function.BiConsumer;

/** Writes what happens on a wall into the events of its community. */
final class EventWriter implements BiConsumer<Item, String> {

    private final Site site;

    EventWriter(Site site) {
        this.site = site;
    }

    @Override
    public void accept(Item item, String action) {
        site.communityOf(item.owner()).ifPresent(community -> {
            if (item instanceof WallComment comment) {
                reply(community.events(), comment, action);
            } else if (item instanceof WallPost post && action.equals("new")) {
                community.events().add("wall_post_new", post.event());
            }
        });
    }

    private static void reply(EventLog events, WallComment comment, String action) {
        switch (action) {
            case "new" -> events.add("wall_reply_new", comment.event());
            case "update" -> events.add("wall_reply_edit", comment.event());
            case "restore" -> events.add("wall_reply_restore", comment.event());
            default -> events.add("wall_reply_delete", gone(comment));
        }
    }

    private static String gone(WallComment comment) {
        return new JsonText()
                .put("owner_id", comment.owner())
                .put("id", comment.id())
                .put("deleter_id", Math.abs(comment.from()))
                .put("post_id", comment.post().id())
                .end();
    }
}
