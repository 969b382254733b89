package org.otklik.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;
import org.otklik.spi.storage.TextStore;

/** Erasable texts in memory. */
final class MemoryTexts implements TextStore {

    private final Rows<Key, TextRow> rows;
    private final Index<TextRow, StreamId, String> byOwner;
    private final Index<TextRow, Pseudonym, Key> byAuthor;
    private final MemoryPosts posts;

    private record Key(StreamId owner, String key) implements Comparable<Key> {

        static Key of(TextRow row) {
            return new Key(row.owner(), row.key());
        }

        @Override
        public int compareTo(Key other) {
            return sortable().compareTo(other.sortable());
        }

        private String sortable() {
            return owner.kind() + " " + owner.id() + "\n" + key;
        }
    }

    MemoryTexts(Journal journal, MemoryPosts posts) {
        this.posts = posts;
        rows = new Rows<>(journal);
        byOwner = rows.index(row -> List.of(row.owner()), TextRow::key);
        byAuthor = rows.index(row -> row.author().map(List::of).orElse(List.of()), Key::of);
    }

    @Override
    public void put(TextRow row) {
        rows.put(Key.of(row), row);
    }

    @Override
    public Optional<TextRow> find(StreamId owner, String key) {
        return rows.find(new Key(owner, key));
    }

    @Override
    public List<TextRow> of(StreamId owner) {
        return byOwner.listOf(owner);
    }

    Stream<TextRow> ofKind(StreamId.Kind kind) {
        return rows.all().stream().filter(row -> row.owner().kind() == kind);
    }

    void remove(TextRow row) {
        rows.remove(Key.of(row));
    }

    @Override
    public int eraseOf(Pseudonym author) {
        List<TextRow> written = byAuthor.listOf(author);
        written.forEach(row -> rows.remove(Key.of(row)));
        return written.size() + posts.erase(author);
    }
}
