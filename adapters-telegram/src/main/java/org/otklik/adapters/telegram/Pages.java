package org.otklik.adapters.telegram;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.spi.WatchedPage;

/**
 * How chats are called during one reading: as they are watched, by name or number, else by their number; for one thread.
 */
final class Pages {

    private final Map<String, WatchedPage> watched = new HashMap<>();
    private final Map<Long, Page> known = new HashMap<>();

    Pages(List<WatchedPage> pages) {
        pages.forEach(page -> watched.putIfAbsent(plain(page.page()), page));
    }

    /** A chat as discussions name it, and what stands there alone. */
    record Page(Optional<String> name, Optional<PlaceId> place, boolean watched, Discussion alone) {

        static Page of(String name, Optional<PlaceId> place, boolean watched) {
            Discussion alone = Discussion.onPage(name);
            return new Page(
                    Optional.of(name),
                    place,
                    watched,
                    place.map(alone::withPagePlace).orElse(alone));
        }
    }

    /** Pages are written as {@code name}, {@code @name}, an address or the number. */
    private static String plain(String page) {
        String name = page.strip().toLowerCase(Locale.ROOT);
        int slash = name.lastIndexOf('/');
        String last = slash < 0 ? name : name.substring(slash + 1);
        return last.startsWith("@") ? last.substring(1) : last;
    }

    /** A chat by its number and, if it is public, its name. */
    Page of(long chat, String name) {
        Page page = known.get(chat);
        if (page == null) {
            page = find(chat, name);
            known.put(chat, page);
        }
        return page;
    }

    private Page find(long chat, String name) {
        String number = String.valueOf(chat);
        WatchedPage page = watched.getOrDefault(number, watched.get(name.toLowerCase(Locale.ROOT)));
        return page == null ? Page.of(number, Optional.empty(), false) : Page.of(page.page(), page.place(), true);
    }
}
