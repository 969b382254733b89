package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;
import org.otklik.spi.storage.TextStore;

/** Erasable texts in a table of their own; erasing takes the contents of posts along. */
final class JdbcTexts implements TextStore {

    private static final String COLUMNS = "text_key, owner_kind, owner_id, content, author, written_at";
    private static final Writing<TextRow> PUT = new Writing<>(
            new Change.Put(
                    "free_text",
                    List.of("owner_kind", "owner_id", "text_key"),
                    List.of("content", "author", "written_at"),
                    Optional.empty()),
            row -> List.of(row.owner(), row.key()),
            JdbcTexts::bind);
    private static final String OF = "SELECT " + COLUMNS + " FROM free_text WHERE owner_kind = ? AND owner_id = ?";
    private static final String OF_INCIDENT =
            "SELECT " + COLUMNS + " FROM free_text WHERE owner_kind = ? AND text_key = ? AND owner_id = ";
    private static final String FIND = OF + " AND text_key = ?";
    private static final String LIST = OF + " ORDER BY text_key";
    // A new version makes whoever has read the content read again, instead of writing it back.
    private static final String ERASE_POSTS =
            "UPDATE post SET content = NULL, version = version + 1" + " WHERE author = ? AND content IS NOT NULL";
    private static final String POSTS_OF =
            "SELECT native_id, network FROM post WHERE author = ?" + " ORDER BY network, native_id";
    private static final String ERASE_TEXTS = "DELETE FROM free_text WHERE author = ?";

    private final Session session;
    private final List<Ahead<TextRow>> foreseen = new ArrayList<>();

    JdbcTexts(Session session) {
        this.session = session;
    }

    @Override
    public void put(TextRow row) {
        session.later(PUT, List.of(row));
    }

    private static void bind(Params params, TextRow row) throws SQLException {
        params.stream(row.owner())
                .text(row.key())
                .text(row.text())
                .text(row.author())
                .instant(row.at());
    }

    @Override
    public Optional<TextRow> find(StreamId owner, String key) {
        return foreseen.stream()
                .flatMap(question -> session.answer(question).stream())
                .flatMap(List::stream)
                .filter(row -> row.owner().equals(owner) && row.key().equals(key))
                .findFirst()
                .or(() -> session.first(FIND, p -> p.stream(owner).text(key), JdbcTexts::read));
    }

    void foresee(Foresight.Subject subject, String key) {
        Whose whose = Whose.of(subject);
        foreseen.add(session.ahead(
                OF_INCIDENT + whose.sql(),
                p -> whose.binder().bind(p.text(StreamId.Kind.INCIDENT).text(key)),
                JdbcTexts::read));
    }

    @Override
    public List<TextRow> of(StreamId owner) {
        return session.query(LIST, p -> p.stream(owner), JdbcTexts::read);
    }

    private static TextRow read(Row row) throws SQLException {
        return new TextRow(row.text(), row.stream(), row.text(), row.optional(Pseudonym::new), row.instant());
    }

    @Override
    public int eraseOf(Pseudonym author) {
        List<PostId> posts = session.query(POSTS_OF, p -> p.text(author), Row::post);
        int[] revisions = session.batch(JdbcPosts.ERASE_REVISIONS, posts, Params::post);
        return session.update(ERASE_POSTS, p -> p.text(author))
                + IntStream.of(revisions).sum()
                + session.update(ERASE_TEXTS, p -> p.text(author));
    }
}
