package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.RetentionStore;
import org.otklik.spi.storage.StreamId;

/** What was kept long enough, in tables. */
final class JdbcRetention implements RetentionStore {

    private static final String DISMISSED =
            " FROM post p WHERE p.signal = 'REJECTED' AND p.published_at < ? AND p.content IS NOT NULL";
    private static final String CLOSED = " FROM incident i JOIN post p ON p.incident = i.id"
            + " WHERE i.open = FALSE AND i.updated_at < ? AND p.content IS NOT NULL";
    private static final String TEXTS = " FROM incident i JOIN free_text t ON t.owner_kind = 'INCIDENT'"
            + " AND t.owner_id = i.id WHERE i.open = FALSE AND i.updated_at < ?";
    private static final String AUTHORS = " FROM author a WHERE a.seen_at < ?";
    private static final String FIRST = " FETCH FIRST ? ROWS ONLY";
    private static final String ERASE_TEXT =
            "DELETE FROM free_text WHERE owner_kind = ? AND owner_id = ? AND text_key = ?";
    private static final String FORGET = "DELETE FROM author WHERE pseudonym = ?";

    private final Session session;

    private record Text(StreamId owner, String key) {}

    JdbcRetention(Session session) {
        this.session = session;
    }

    private static String rows(RetentionCategory category) {
        return switch (category) {
            case DISMISSED_POSTS -> DISMISSED;
            case CLOSED_POSTS -> CLOSED;
            case CLOSED_TEXTS -> TEXTS;
            case AUTHORS -> AUTHORS;
        };
    }

    @Override
    public long count(RetentionCategory category, Instant before) {
        return session.first("SELECT COUNT(*)" + rows(category), p -> p.instant(before), Row::number)
                .orElse(0L);
    }

    @Override
    public List<PostRow> posts(RetentionCategory category, Instant before, int limit) {
        return switch (category) {
            case DISMISSED_POSTS, CLOSED_POSTS ->
                session.query(
                        "SELECT " + PostColumns.ALL + rows(category) + FIRST,
                        p -> p.instant(before).count(limit),
                        PostColumns::read);
            case CLOSED_TEXTS, AUTHORS -> List.of();
        };
    }

    @Override
    public int eraseTexts(Instant before, int limit) {
        List<Text> texts = session.query(
                "SELECT t.owner_kind, t.owner_id, t.text_key" + TEXTS + FIRST,
                p -> p.instant(before).count(limit),
                JdbcRetention::text);
        session.batch(ERASE_TEXT, texts, (p, text) -> p.stream(text.owner()).text(text.key()));
        return texts.size();
    }

    private static Text text(Row row) throws SQLException {
        return new Text(row.stream(), row.text());
    }

    @Override
    public List<Pseudonym> forgetAuthors(Instant before, int limit) {
        List<Pseudonym> authors = session.query(
                "SELECT a.pseudonym" + AUTHORS + FIRST,
                p -> p.instant(before).count(limit),
                row -> new Pseudonym(row.text()));
        session.batch(FORGET, authors, Params::text);
        return authors;
    }
}
