package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.NoticeCount;
import org.otklik.spi.storage.NoticeRow;
import org.otklik.spi.storage.NoticeStore;

/** What people should hear, in a table from which it goes when they heard it. */
final class JdbcNotices implements NoticeStore {

    private static final List<String> COLUMNS = List.of(
            "id", "code", "subject", "detail", "recipients", "body", "happened_at", "due_at", "attempts", "held");
    private static final String INSERT = Sql.insert("notice", COLUMNS);

    /** An untried notice was due when it happened, so only one that failed can stand in the way of a later one. */
    private static final String DUE = "SELECT " + String.join(", ", COLUMNS)
            + " FROM notice WHERE NOT held AND due_at <= ? AND NOT EXISTS (SELECT 1 FROM notice earlier"
            + " WHERE earlier.subject = notice.subject AND earlier.seq < notice.seq AND earlier.attempts > 0"
            + " AND NOT earlier.held AND earlier.due_at > ?) ORDER BY seq FETCH FIRST ? ROWS ONLY";

    private static final String REMOVE = "DELETE FROM notice WHERE id = ?";
    private static final String UPDATE = "UPDATE notice SET due_at = ?, attempts = ?, held = ? WHERE id = ?";
    private static final String COUNT =
            "SELECT COUNT(*), COUNT(CASE WHEN held THEN 1 END), MIN(CASE WHEN NOT held THEN happened_at END) FROM notice";
    private static final String RELEASE = "UPDATE notice SET due_at = ?, attempts = 0, held = FALSE WHERE held";

    private final Session session;

    JdbcNotices(Session session) {
        this.session = session;
    }

    @Override
    public void add(List<NoticeRow> rows) {
        session.batch(INSERT, rows, JdbcNotices::bind);
    }

    private static void bind(Params params, NoticeRow row) throws SQLException {
        Notice notice = row.notice();
        params.text(notice.id())
                .text(notice.code())
                .text(notice.subject())
                .text(notice.detail())
                .text(notice.recipients().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .text(notice.body())
                .instant(notice.at())
                .instant(row.dueAt())
                .count(row.attempts())
                .flag(row.held());
    }

    @Override
    public List<NoticeRow> due(Instant now, int limit) {
        return session.query(DUE, p -> p.instant(now).instant(now).count(limit), JdbcNotices::read);
    }

    private static NoticeRow read(Row row) throws SQLException {
        Notice notice = new Notice(
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                roles(row.text()),
                row.optional(BodyId::of),
                row.instant());
        return new NoticeRow(notice, row.instant(), row.count(), row.flag());
    }

    private static Set<Role> roles(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    @Override
    public void remove(Collection<String> ids) {
        session.batch(REMOVE, ids, Params::text);
    }

    @Override
    public void update(Collection<NoticeRow> rows) {
        session.batch(
                UPDATE,
                rows,
                (p, row) -> p.instant(row.dueAt())
                        .count(row.attempts())
                        .flag(row.held())
                        .text(row.notice().id()));
    }

    @Override
    public NoticeCount count() {
        return session.first(COUNT, p -> {}, row -> {
                    long all = row.number();
                    long held = row.number();
                    return new NoticeCount(all - held, held, row.optionalInstant());
                })
                .orElseThrow();
    }

    @Override
    public int release(Instant now) {
        return session.update(RELEASE, p -> p.instant(now));
    }
}
