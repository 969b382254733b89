package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxRow.Claim;
import org.otklik.spi.storage.OutboxStore;

/** Replies on their way, in a narrow table. */
final class JdbcOutbox implements OutboxStore {

    private static final List<String> CHANGING = List.of(
            "incident",
            "draft",
            "target_native_id",
            "target_network",
            "account",
            "state",
            "due_at",
            "attempt",
            "owner",
            "lease_until",
            "claimed_at",
            "native_reply_id");
    private static final String COLUMNS = "id, " + String.join(", ", CHANGING);
    private static final Writing<OutboxRow> INSERT = new Writing<>(
            new Change.Insert("outbox", Sql.joined(List.of("id"), CHANGING)),
            OutboxRow::id,
            (p, row) -> bind(p.text(row.id()), row, row.claim()));
    private static final Writing<OutboxRow> RELEASE_HELD = new Writing<>(
            new Change.Update("outbox", Sql.equal(CHANGING), List.of("id = ?", "owner = ?", "attempt = ?"), true),
            OutboxRow::id,
            (p, row) -> holder(bind(p, row, ended(row)).text(row.id()), row));
    private static final Writing<OutboxRow> FINISH_HELD = new Writing<>(
            new Change.Delete("outbox", List.of("id", "owner", "attempt"), true),
            OutboxRow::id,
            (p, row) -> holder(p.text(row.id()), row));
    private static final Writing<OutboxRow> RESOLVE = new Writing<>(
            new Change.Update("outbox", Sql.equal(CHANGING), List.of("id = ?"), false),
            OutboxRow::id,
            (p, row) -> bind(p, row, row.claim()).text(row.id()));
    private static final String REPLACE = "UPDATE outbox SET " + Sql.assignments(CHANGING) + " WHERE id = ?";
    private static final String HELD = " AND owner = ? AND attempt = ?";
    private static final String FIND = "SELECT " + COLUMNS + " FROM outbox WHERE id = ?";
    private static final Dialect.LookUp BY_ID = new Dialect.LookUp("outbox", "o", "o.id = k.id");
    private static final String LOOKED_UP = "o." + COLUMNS.replace(", ", ", o.");
    private static final String FINISH = "DELETE FROM outbox WHERE id = ?" + HELD;
    private static final String LANE = "(target_network = ANY(?4)) <> ?5 AND ";
    private static final String UNSENT = "state IN ('READY', 'RETRY') AND ";
    private static final String WAITS = "SELECT 1 FROM outbox WHERE id = ? AND " + UNSENT;
    private static final String WITHDRAW = "DELETE FROM outbox WHERE id = ? AND " + UNSENT;
    private static final String COUNT = "SELECT COUNT(*) FROM outbox WHERE state = ?";
    private static final String COUNT_BY_ACCOUNT =
            "SELECT account, COUNT(*) FROM outbox WHERE state = ANY(?) GROUP BY account";

    private static final Set<PublicationState> SENDING = Set.of(PublicationState.READY, PublicationState.RETRY);
    private static final Comparator<ClaimedOutboxRow> ORDER = Comparator.comparing(
                    (ClaimedOutboxRow claimed) -> claimed.row().dueAt())
            .thenComparing(claimed -> claimed.row().id().toString());

    private final Session session;
    private final Map<PublicationId, Ahead<OutboxRow>> foreseen = new HashMap<>();

    JdbcOutbox(Session session) {
        this.session = session;
    }

    private Writing<PublicationId> withdrawal() {
        return new Writing<>(
                new Change.Delete("outbox", List.of("id"), Optional.of(UNSENT + free()), true), id -> id, Params::text);
    }

    private String free() {
        return "(lease_until IS NULL OR lease_until <= " + session.dialect().now() + ")";
    }

    private Dialect.Claim due() {
        return new Dialect.Claim(
                COLUMNS,
                "outbox",
                "id",
                "due_at <= ?1 AND state = ANY(?2) AND NOT (account = ANY(?3)) AND " + LANE + free(),
                "due_at, id",
                "?6");
    }

    private String claimOne() {
        return "UPDATE outbox SET state = ?, attempt = ?, claimed_at = ?, owner = ?, lease_until = "
                + session.dialect().nowPlusMicros() + " WHERE id = ?";
    }

    private String claimAll() {
        return "UPDATE outbox SET state = CASE WHEN state = ANY(?) THEN ? ELSE state END,"
                + " attempt = CASE WHEN state = ANY(?) THEN attempt + 1 ELSE attempt END,"
                + " claimed_at = CASE WHEN state = ANY(?) THEN ? ELSE claimed_at END, owner = ?, lease_until = "
                + session.dialect().nowPlusMicros();
    }

    @Override
    public void insert(Collection<OutboxRow> rows) {
        session.later(INSERT, rows);
    }

    private static Params bind(Params params, OutboxRow row, Claim claim) throws SQLException {
        return params.text(row.incident())
                .text(row.draft())
                .post(row.target())
                .text(row.account())
                .text(row.state())
                .instant(row.dueAt())
                .count(claim.attempt())
                .text(claim.owner())
                .instant(claim.until())
                .instant(claim.claimedAt())
                .text(row.nativeReplyId());
    }

    @Override
    public List<ClaimedOutboxRow> claim(ClaimRequest request) {
        Optional<String> atOnce = session.dialect().changeFirstFrom("state", due(), claimAll());
        return atOnce.isPresent() ? claimAtOnce(atOnce.get(), request) : lockAndClaim(request);
    }

    private List<ClaimedOutboxRow> claimAtOnce(String sql, ClaimRequest request) {
        return session
                .query(
                        sql,
                        p -> due(p, request)
                                .texts(SENDING)
                                .text(PublicationState.CLAIMED)
                                .texts(SENDING)
                                .texts(SENDING)
                                .instant(request.now())
                                .text(request.owner())
                                .number(Micros.of(request.lease())),
                        JdbcOutbox::readClaimed)
                .stream()
                .sorted(ORDER)
                .toList();
    }

    private static Params due(Params params, ClaimRequest request) throws SQLException {
        return params.instant(request.now())
                .texts(request.states())
                .texts(request.stopped())
                .texts(request.lane().networks())
                .flag(request.lane().others())
                .count(request.limit());
    }

    private static ClaimedOutboxRow readClaimed(Row row) throws SQLException {
        PublicationState before = row.constant(PublicationState.class);
        return new ClaimedOutboxRow(read(row), before);
    }

    private List<ClaimedOutboxRow> lockAndClaim(ClaimRequest request) {
        List<OutboxRow> found =
                session.query(session.dialect().lockFirst(due()), p -> due(p, request), JdbcOutbox::read);
        if (found.isEmpty()) {
            return List.of();
        }
        session.batch(
                claimOne(),
                found,
                (p, row) -> p.text(stateInWork(row))
                        .count(attemptInWork(row))
                        .instant(
                                isSending(row)
                                        ? Optional.of(request.now())
                                        : row.claim().claimedAt())
                        .text(request.owner())
                        .number(Micros.of(request.lease()))
                        .text(row.id()));
        Map<PublicationId, OutboxRow> claimed = new HashMap<>();
        session.lookUp(LOOKED_UP, p -> p.texts(found.stream().map(OutboxRow::id).toList()), JdbcOutbox::read, BY_ID)
                .forEach(row -> claimed.put(row.id(), row));
        return found.stream()
                .map(before -> new ClaimedOutboxRow(Objects.requireNonNull(claimed.get(before.id())), before.state()))
                .toList();
    }

    private static boolean isSending(OutboxRow row) {
        return SENDING.contains(row.state());
    }

    private static PublicationState stateInWork(OutboxRow row) {
        return isSending(row) ? PublicationState.CLAIMED : row.state();
    }

    private static int attemptInWork(OutboxRow row) {
        return row.claim().attempt() + (isSending(row) ? 1 : 0);
    }

    @Override
    public boolean release(OutboxRow row) {
        if (session.mayAssume()) {
            session.later(RELEASE_HELD, List.of(row), JdbcOutbox::held);
            return true;
        }
        return session.update(
                        REPLACE + HELD, p -> holder(bind(p, row, ended(row)).text(row.id()), row))
                > 0;
    }

    private static Claim ended(OutboxRow row) {
        return new Claim(
                row.claim().attempt(),
                Optional.empty(),
                Optional.empty(),
                row.claim().claimedAt());
    }

    private static Expected held(OutboxRow row) {
        return new Expected("the claim of publication " + row.id(), row.claim().attempt());
    }

    @Override
    public boolean finish(OutboxRow row) {
        if (session.mayAssume()) {
            session.later(FINISH_HELD, List.of(row), JdbcOutbox::held);
            return true;
        }
        return session.update(FINISH, p -> holder(p.text(row.id()), row)) > 0;
    }

    private static void holder(Params params, OutboxRow row) throws SQLException {
        params.text(row.claim().owner()).count(row.claim().attempt());
    }

    @Override
    public Optional<PublicationId> withdraw(Collection<PublicationId> ids) {
        if (session.mayAssume()) {
            session.later(withdrawal(), ids, JdbcOutbox::unsent);
            return Optional.empty();
        }
        Optional<PublicationId> begun = ids.stream()
                .filter(id -> session.query(WAITS + free(), p -> p.text(id), Row::count)
                        .isEmpty())
                .findFirst();
        if (begun.isEmpty()) {
            ids.forEach(this::delete);
        }
        return begun;
    }

    /** A node may claim it between the two statements. */
    private void delete(PublicationId id) {
        if (session.update(WITHDRAW + free(), p -> p.text(id)) == 0) {
            throw Expected.stale(List.of(unsent(id)));
        }
    }

    private static Expected unsent(PublicationId id) {
        return new Expected("publication " + id, 0);
    }

    @Override
    public void resolve(OutboxRow row) {
        session.later(RESOLVE, List.of(row));
    }

    @Override
    public Optional<OutboxRow> find(PublicationId id) {
        return Optional.ofNullable(foreseen.get(id))
                .flatMap(session::answer)
                .orElseGet(() -> session.query(FIND, p -> p.text(id), JdbcOutbox::read))
                .stream()
                .findFirst();
    }

    void foresee(PublicationId id) {
        foreseen.put(id, session.ahead(FIND, p -> p.text(id), JdbcOutbox::read));
    }

    private static OutboxRow read(Row row) throws SQLException {
        return new OutboxRow(
                PublicationId.of(row.text()),
                IncidentId.of(row.text()),
                DraftId.of(row.text()),
                row.post(),
                AccountId.parse(row.text()),
                row.constant(PublicationState.class),
                row.instant(),
                claim(row),
                row.optionalText());
    }

    private static Claim claim(Row row) throws SQLException {
        int attempt = row.count();
        Optional<String> owner = row.optionalText();
        Optional<Instant> until = row.optionalInstant();
        return new Claim(attempt, owner, until, row.optionalInstant());
    }

    @Override
    public long count(PublicationState state) {
        return session.first(COUNT, p -> p.text(state), Row::number).orElse(0L);
    }

    @Override
    public Map<AccountId, Long> countByAccount(Set<PublicationState> states) {
        Map<AccountId, Long> counts = new HashMap<>();
        session.query(
                        COUNT_BY_ACCOUNT,
                        p -> p.texts(states),
                        row -> Map.entry(AccountId.parse(row.text()), row.number()))
                .forEach(found -> counts.put(found.getKey(), found.getValue()));
        return Map.copyOf(counts);
    }
}
