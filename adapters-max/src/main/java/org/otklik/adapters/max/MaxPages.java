package org.otklik.adapters.max;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.AuthorRef;
import org.otklik.spi.WatchedPage;

/** What the messages of a chat share, made once for each chat of a page of messages; for one thread. */
final class MaxPages {

    private final Map<String, Optional<PlaceId>> watched = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();

    MaxPages(List<WatchedPage> pages) {
        pages.forEach(page -> watched.put(page.page(), page.place()));
    }

    /**
     * A chat as the place of a message.
     *
     * @param name its number, which is what packs call it
     * @param place what the pack says that it speaks for
     * @param speaker who writes on behalf of it
     */
    record Place(Optional<String> name, Optional<PlaceId> place, AuthorRef speaker) {}

    Place of(long chat) {
        return places.computeIfAbsent(chat, fresh -> {
            String name = String.valueOf(fresh);
            return new Place(
                    Optional.of(name),
                    watched.getOrDefault(name, Optional.empty()),
                    new AuthorRef(MaxTarget.MAX, name, Optional.empty()));
        });
    }
}
