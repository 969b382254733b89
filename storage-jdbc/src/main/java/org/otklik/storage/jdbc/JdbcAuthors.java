package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.AuthorStore;

/** Authors in a table of their own, the only one with their names. */
final class JdbcAuthors implements AuthorStore {

    private static final Writing<AuthorRow> PUT = new Writing<>(
            new Change.Put(
                    "author",
                    List.of("pseudonym"),
                    List.of("network", "native_id", "display_name", "seen_at"),
                    Optional.of("seen_at")),
            AuthorRow::pseudonym,
            (p, row) -> bind(p.text(row.pseudonym()), row));
    private static final String COLUMNS = "a.pseudonym, a.network, a.native_id, a.display_name, a.seen_at";
    private static final Dialect.LookUp BY_PSEUDONYM = new Dialect.LookUp("author", "a", "a.pseudonym = k.id");
    private static final String FORGET = "DELETE FROM author WHERE pseudonym = ?";

    private final Session session;

    JdbcAuthors(Session session) {
        this.session = session;
    }

    @Override
    public void remember(Collection<AuthorRow> rows) {
        session.later(PUT, newest(rows));
    }

    /** One row for each author, in the order of keys. */
    private static List<AuthorRow> newest(Collection<AuthorRow> rows) {
        Map<Pseudonym, AuthorRow> newest = new HashMap<>();
        for (AuthorRow row : rows) {
            newest.merge(row.pseudonym(), row, (old, next) -> next.seenAt().isBefore(old.seenAt()) ? old : next);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(row -> row.pseudonym().value()))
                .toList();
    }

    private static Params bind(Params params, AuthorRow row) throws SQLException {
        AuthorRef author = row.author();
        return params.text(author.network())
                .text(author.nativeId())
                .text(author.displayName())
                .instant(row.seenAt());
    }

    @Override
    public Map<Pseudonym, AuthorRow> find(Collection<Pseudonym> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return Map.of();
        }
        return session.lookUp(COLUMNS, p -> p.texts(Set.copyOf(pseudonyms)), JdbcAuthors::read, BY_PSEUDONYM).stream()
                .collect(Collectors.toUnmodifiableMap(AuthorRow::pseudonym, row -> row));
    }

    private static AuthorRow read(Row row) throws SQLException {
        return new AuthorRow(
                new Pseudonym(row.text()),
                new AuthorRef(NetworkId.of(row.text()), row.text(), row.optionalText()),
                row.instant());
    }

    @Override
    public boolean forget(Pseudonym pseudonym) {
        return session.update(FORGET, p -> p.text(pseudonym)) > 0;
    }
}
