package org.otklik.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.post.PostId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.Storage;

/** Reads a desk's events and texts, each page in a transaction of its own. */
final class StoredEvents {

    private static final int PAGE = 1_000;

    private final Storage storage;

    StoredEvents(Storage storage) {
        this.storage = storage;
    }

    Stream<EventRow> all() {
        return Stream.iterate(
                        page(0),
                        page -> !page.isEmpty(),
                        page -> page(page.get(page.size() - 1).sequence()))
                .flatMap(page -> page.stream().map(SequencedEvent::event));
    }

    private List<SequencedEvent> page(long after) {
        return storage.transact(stores -> stores.events().after(after, PAGE));
    }

    Map<PostId, String> texts(List<PostId> posts) {
        Map<PostId, String> texts = new HashMap<>();
        for (int from = 0; from < posts.size(); from += PAGE) {
            List<PostId> page = posts.subList(from, Math.min(posts.size(), from + PAGE));
            storage.transact(stores -> stores.posts().find(page)).values().forEach(row -> add(row, texts));
        }
        return texts;
    }

    private static void add(PostRow row, Map<PostId, String> texts) {
        row.content()
                .map(content -> EventJson.read(content, "the content of " + row.id()))
                .flatMap(content -> EventJson.text(content, "text"))
                .ifPresent(text -> texts.put(row.id(), text));
    }
}
