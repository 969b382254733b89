package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.id.IncidentId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostStore;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.SignalCount;
import org.otklik.spi.storage.SignalState;

/** Posts and their revisions in tables; the queue of captured ones is {@link CaptureQueue}. */
final class JdbcPosts implements PostStore {

    private static final Comparator<PostRow> BY_ID = Comparator.comparing(PostRow::id);
    private static final String SELECT = "SELECT " + PostColumns.ALL + " FROM post p WHERE ";
    private static final Dialect.LookUp BY_ID_AND_NETWORK =
            new Dialect.LookUp("post", "p", "p.native_id = k.id AND p.network = ?");
    private static final String BEHIND = " AND p.published_at >= ? AND (p.published_at > ? OR p.network > ?"
            + " OR (p.network = ? AND p.native_id > ?))";
    private static final String IN_STATE = "p.signal = ?";
    private static final String STATE_ORDER =
            " ORDER BY p.signal, p.published_at, p.network, p.native_id" + " FETCH FIRST ? ROWS ONLY";
    private static final String WITH_ANSWERS = " AND p.answer = ANY(?)";
    static final String INCIDENT_ORDER =
            " ORDER BY p.incident, p.published_at, p.network, p.native_id" + " FETCH FIRST ? ROWS ONLY";
    private static final String OF_AUTHOR =
            SELECT + "p.author = ? ORDER BY p.published_at, p.network, p.native_id FETCH FIRST ? ROWS ONLY";
    static final String FIND_ONE = SELECT + "p.native_id = ? AND p.network = ?";
    private static final Change.Absent INSERT = new Change.Absent(
            "post", PostColumns.KEYS, Sql.joined(List.of("version"), Sql.joined(PostColumns.FACTS, PostColumns.STATE)));
    private static final Writing<PostRow> UPDATE = new Writing<>(
            new Change.Update(
                    "post",
                    Sql.equal(Sql.joined(List.of("version"), Sql.joined(PostColumns.FACTS, PostColumns.STATE))),
                    List.of("native_id = ?", "network = ?", "version = ?"),
                    true),
            PostRow::id,
            (p, row) -> PostColumns.bind(p.number(row.version() + 1), row)
                    .post(row.id())
                    .number(row.version()));
    private static final Writing<Revision> ADD_REVISION = new Writing<>(
            new Change.Absent(
                    "post_revision",
                    List.of("native_id", "network", "number"),
                    List.of("kind", "changed_at", "content_hash", "content")),
            Revision::post,
            (p, one) -> p.post(one.post())
                    .count(one.revision().number())
                    .text(one.revision().kind())
                    .instant(one.revision().at())
                    .text(one.revision().contentHash())
                    .text(one.revision().text()));
    private static final String REVISIONS = "SELECT number, kind, changed_at, content_hash, content FROM post_revision"
            + " WHERE native_id = ? AND network = ? ORDER BY number";
    private static final String ERASE_CONTENT =
            "UPDATE post SET content = NULL, version = version + 1 WHERE native_id = ? AND network = ? AND content IS NOT NULL";
    static final String ERASE_REVISIONS =
            "UPDATE post_revision SET content = NULL WHERE native_id = ? AND network = ? AND content IS NOT NULL";
    private static final String MARK_ALL =
            "UPDATE post SET answer = ?, version = version + 1 WHERE incident = ? AND answer = ?";
    private static final String STILL_THERE = " AND deleted_at IS NULL";
    private static final String OF_POST = " AND native_id = ? AND network = ?";
    private static final String MOVE = "UPDATE post SET incident = ?, version = version + 1 WHERE incident = ?";
    private static final String OF_ORIGINS = " AND origin = ANY(?)";
    private static final String MOVE_BACK = MOVE + OF_ORIGINS;
    private static final String TALLY = "SELECT COUNT(*), COUNT(CASE WHEN answer = ? THEN 1 END),"
            + " MAX(published_at) FROM post WHERE incident = ?";
    private static final String TALLY_BACK = TALLY + OF_ORIGINS;
    private static final String AUTHORS = "SELECT COUNT(DISTINCT author) FROM post WHERE incident = ?";
    private static final String COUNT_SIGNALS = "SELECT network, COUNT(*) FROM post"
            + " WHERE signal = ? AND published_at >= ? AND published_at < ? GROUP BY network ORDER BY network";

    private final Session session;
    private final CaptureQueue queue;
    private final ForeseenPosts foreseen;
    private final ForeseenRows rows;

    private record Revision(PostId post, PostRevision revision) {}

    JdbcPosts(Session session) {
        this.session = session;
        this.queue = new CaptureQueue(session);
        this.foreseen = new ForeseenPosts(session);
        this.rows = new ForeseenRows(session);
    }

    void foresee(Foresight foresight) {
        rows.foresee(foresight);
        if (foresight.parts().contains(Foresight.Part.POSTS)) {
            foreseen.foresee(foresight.subject());
        }
    }

    @Override
    public Set<PostId> insertNew(Collection<PostRow> rows) {
        Map<PostId, PostRow> distinct = new LinkedHashMap<>();
        rows.forEach(row -> distinct.putIfAbsent(row.id(), row));
        List<PostRow> sorted = distinct.values().stream().sorted(BY_ID).toList();
        Set<PostId> fresh = session.insertAbsent(INSERT, sorted, JdbcPosts::bindNew).stream()
                .map(PostRow::id)
                .collect(Collectors.toCollection(HashSet::new));
        distinct.keySet().retainAll(fresh);
        queue.enter(List.copyOf(distinct.values()));
        return new LinkedHashSet<>(distinct.keySet());
    }

    private static void bindNew(Params params, PostRow row) throws SQLException {
        PostColumns.bind(params.post(row.id()).number(row.version()), row);
    }

    @Override
    public Map<PostId, PostRow> find(Collection<PostId> ids) {
        Map<PostId, PostRow> found = rows.find(ids);
        if (found.size() == Set.copyOf(ids).size()) {
            return found;
        }
        if (ids.size() == 1) {
            PostId one = ids.iterator().next();
            session.first(FIND_ONE, p -> p.post(one), PostColumns::read).ifPresent(row -> found.put(one, row));
            return found;
        }
        byNetwork(ids)
                .forEach((network, nativeIds) -> session.lookUp(
                                PostColumns.ALL,
                                p -> p.texts(nativeIds).text(network),
                                PostColumns::read,
                                BY_ID_AND_NETWORK)
                        .forEach(row -> found.put(row.id(), row)));
        return found;
    }

    private static Map<NetworkId, Set<String>> byNetwork(Collection<PostId> ids) {
        return ids.stream()
                .collect(Collectors.groupingBy(
                        PostId::network, Collectors.mapping(PostId::nativeId, Collectors.toSet())));
    }

    @Override
    public void update(Collection<PostRow> rows) {
        List<PostRow> sorted = rows.stream().sorted(BY_ID).toList();
        session.later(UPDATE, sorted, row -> new Expected("post " + row.id(), row.version()));
        queue.follow(sorted);
    }

    @Override
    public void addRevisions(Map<PostId, PostRevision> revisions) {
        List<Revision> sorted = revisions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Revision(entry.getKey(), entry.getValue()))
                .toList();
        session.later(ADD_REVISION, sorted);
    }

    @Override
    public List<PostRevision> revisions(PostId id) {
        return session.query(
                REVISIONS,
                p -> p.post(id),
                row -> new PostRevision(
                        row.count(),
                        row.constant(PostRevision.Kind.class),
                        row.instant(),
                        row.text(),
                        row.optionalText()));
    }

    @Override
    public void eraseTexts(Collection<PostId> ids) {
        List<PostId> sorted = ids.stream().distinct().sorted().toList();
        session.batch(ERASE_CONTENT, sorted, Params::post);
        session.batch(ERASE_REVISIONS, sorted, Params::post);
    }

    @Override
    public List<ClaimedPost> claimCaptured(String owner, int limit, Duration lease) {
        return claim(owner, limit, lease, false);
    }

    @Override
    public List<ClaimedPost> claimLatest(String owner, int limit, Duration lease) {
        return claim(owner, limit, lease, true);
    }

    private List<ClaimedPost> claim(String owner, int limit, Duration lease, boolean latest) {
        Map<PostId, Integer> claimed = queue.claim(owner, limit, lease, latest);
        Map<PostId, PostRow> rows = find(claimed.keySet());
        return claimed.entrySet().stream()
                .flatMap(
                        entry -> Optional.ofNullable(rows.get(entry.getKey()))
                                .map(row -> new ClaimedPost(row, entry.getValue()))
                                .stream())
                .toList();
    }

    @Override
    public long captured() {
        return queue.size();
    }

    @Override
    public List<PostRow> inState(SignalState state, Optional<PostRow> after, int limit) {
        return session.query(
                SELECT + IN_STATE + (after.isPresent() ? BEHIND : "") + STATE_ORDER,
                p -> behind(p.text(state), after).count(limit),
                PostColumns::read);
    }

    @Override
    public List<PostRow> ofIncident(IncidentId incident, Set<AnswerState> answers, Optional<PostRow> after, int limit) {
        return rows.awaiting(incident, answers, after, limit)
                .orElseGet(() -> askOfIncident(incident, answers, after, limit));
    }

    /** Returns the question for the posts of an incident whose id is given by an expression. */
    static String ofIncident(String whose, Set<AnswerState> answers, boolean behind) {
        return SELECT
                + "p.incident = "
                + whose
                + (answers.isEmpty() ? "" : WITH_ANSWERS)
                + (behind ? BEHIND : "")
                + INCIDENT_ORDER;
    }

    private List<PostRow> askOfIncident(
            IncidentId incident, Set<AnswerState> answers, Optional<PostRow> after, int limit) {
        return session.query(
                ofIncident("?", answers, after.isPresent()),
                p -> behind(
                                answers.isEmpty()
                                        ? p.text(incident)
                                        : p.text(incident).texts(answers),
                                after)
                        .count(limit),
                PostColumns::read);
    }

    private static Params behind(Params params, Optional<PostRow> after) throws SQLException {
        if (after.isEmpty()) {
            return params;
        }
        PostRow last = after.get();
        Instant at = last.facts().publishedAt();
        NetworkId network = last.id().network();
        return params.instant(at)
                .instant(at)
                .text(network)
                .text(network)
                .text(last.id().nativeId());
    }

    @Override
    public List<PostRow> ofAuthor(Pseudonym author, int limit) {
        return session.query(OF_AUTHOR, p -> p.text(author).count(limit), PostColumns::read);
    }

    @Override
    public int markAnswers(IncidentId incident, Collection<PostId> posts, AnswerState from, AnswerState to) {
        return foreseen.markAnswers(incident, posts, from, to).orElseGet(() -> markAndCount(incident, posts, from, to));
    }

    private int markAndCount(IncidentId incident, Collection<PostId> posts, AnswerState from, AnswerState to) {
        String mark = to == AnswerState.AWAITING ? MARK_ALL + STILL_THERE : MARK_ALL;
        if (posts.isEmpty()) {
            return session.update(mark, p -> p.text(to).text(incident).text(from));
        }
        List<PostId> sorted = posts.stream().distinct().sorted().toList();
        int[] marked = session.batch(
                mark + OF_POST,
                sorted,
                (p, post) -> p.text(to).text(incident).text(from).post(post));
        return IntStream.of(marked).sum();
    }

    @Override
    public int moveAll(IncidentId from, IncidentId to) {
        return foreseen.moveAll(from, to)
                .orElseGet(() -> session.update(MOVE, p -> p.text(to).text(from)));
    }

    @Override
    public PostTally moveBack(IncidentId survivor, Set<IncidentId> origins, IncidentId to) {
        return foreseen.moveBack(survivor, origins, to).orElseGet(() -> moveAndCount(survivor, origins, to));
    }

    /** Counted after they were moved, when nobody else can change them. */
    private PostTally moveAndCount(IncidentId survivor, Set<IncidentId> origins, IncidentId to) {
        session.update(MOVE_BACK, p -> p.text(to).text(survivor).texts(origins));
        return count(TALLY_BACK, p -> p.text(AnswerState.AWAITING).text(to).texts(origins));
    }

    @Override
    public PostTally tally(IncidentId incident) {
        return foreseen.tally(incident)
                .orElseGet(() -> count(TALLY, p -> p.text(AnswerState.AWAITING).text(incident)));
    }

    private PostTally count(String sql, Session.Binder binder) {
        return session.first(sql, binder, row -> new PostTally(row.count(), row.count(), row.optionalInstant()))
                .orElseThrow();
    }

    @Override
    public int authors(IncidentId incident) {
        return session.first(AUTHORS, p -> p.text(incident), Row::count).orElseThrow();
    }

    @Override
    public List<SignalCount> countSignals(Instant from, Instant before) {
        List<SignalCount> counts = new ArrayList<>();
        for (SignalState state : SignalState.values()) {
            counts.addAll(session.query(
                    COUNT_SIGNALS,
                    p -> p.text(state).instant(from).instant(before),
                    row -> new SignalCount(NetworkId.of(row.text()), state, row.number())));
        }
        return List.copyOf(counts);
    }
}
