package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.PostTally;

/**
 * The posts of an incident as they were read along with it: who knows them changes them without another question. A post
 * that somebody else changed meanwhile fails the transaction, as a stale version does; for one thread.
 */
final class ForeseenPosts {

    /** Of an incident with so many posts they are counted instead. */
    private static final int MOST = 1_000;

    private static final String MEMBERS = "SELECT p.native_id, p.network, p.version, p.answer, p.deleted_at,"
            + " p.published_at, p.incident, p.origin FROM post p WHERE p.incident = ";
    private static final List<String> AS_IT_WAS = List.of("native_id = ?", "network = ?", "version = ?");
    private static final Writing<Changed> MARK = changing("answer = ?");
    private static final Writing<Changed> MOVE = changing("incident = ?");

    private final Session session;
    private final List<Ahead<Member>> members = new ArrayList<>();
    private final ForeseenCrowd crowd;

    /** What counts and changes need to know of a post. */
    private record Member(
            PostId id,
            long version,
            AnswerState answer,
            boolean isGone,
            Instant publishedAt,
            IncidentId incident,
            Optional<IncidentId> origin) {

        static Member read(Row row) throws SQLException {
            return new Member(
                    row.post(),
                    row.number(),
                    row.constant(AnswerState.class),
                    row.optionalInstant().isPresent(),
                    row.instant(),
                    IncidentId.of(row.text()),
                    row.optionalText().map(IncidentId::of));
        }

        boolean mayBecome(AnswerState to) {
            return to != AnswerState.AWAITING || !isGone;
        }
    }

    private record Changed(Member member, Object to) {}

    ForeseenPosts(Session session) {
        this.session = session;
        this.crowd = new ForeseenCrowd(session);
    }

    private static Writing<Changed> changing(String assignment) {
        return new Writing<>(
                new Change.Update("post", List.of(assignment, "version = version + ?"), AS_IT_WAS, true),
                changed -> changed.member().id(),
                (p, changed) -> p.text(changed.to())
                        .number(1)
                        .post(changed.member().id())
                        .number(changed.member().version()));
    }

    /** Whoever lost a race counts what is there. */
    void foresee(Foresight.Subject subject) {
        if (session.mayAssume()) {
            Whose whose = Whose.of(subject);
            members.add(session.ahead(
                    MEMBERS + whose.sql() + JdbcPosts.INCIDENT_ORDER,
                    p -> {
                        whose.binder().bind(p);
                        p.count(MOST);
                    },
                    Member::read));
            crowd.foresee(whose, MOST);
        }
    }

    private Optional<List<Member>> of(IncidentId incident) {
        return members.stream()
                .flatMap(question -> session.answer(question).stream())
                .filter(all -> !all.isEmpty()
                        && all.size() < MOST
                        && all.get(0).incident().equals(incident))
                .findFirst();
    }

    /** Counts the posts, if all are known. */
    Optional<PostTally> tally(IncidentId incident) {
        return of(incident).map(ForeseenPosts::count).or(() -> crowd.tally(incident));
    }

    private static PostTally count(List<Member> members) {
        return new PostTally(
                members.size(),
                (int) members.stream()
                        .filter(one -> one.answer() == AnswerState.AWAITING)
                        .count(),
                members.stream().map(Member::publishedAt).max(Comparator.naturalOrder()));
    }

    /** Changes the answers of posts, if all are known; tells of how many. */
    Optional<Integer> markAnswers(IncidentId incident, Collection<PostId> posts, AnswerState from, AnswerState to) {
        Set<PostId> named = Set.copyOf(posts);
        return of(incident)
                .map(all -> all.stream()
                        .filter(one -> one.answer() == from && one.mayBecome(to))
                        .filter(one -> named.isEmpty() || named.contains(one.id()))
                        .toList())
                .map(marked -> change(MARK, marked, to))
                .or(() -> crowd.markAnswers(incident, named, from, to));
    }

    /** Moves the posts to another incident, if all are known; tells how many. */
    Optional<Integer> moveAll(IncidentId from, IncidentId to) {
        return of(from).map(moved -> change(MOVE, moved, to)).or(() -> crowd.moveAll(from, to));
    }

    /** Moves the posts of some origins out of an incident, if all are known; counts them. */
    Optional<PostTally> moveBack(IncidentId survivor, Set<IncidentId> origins, IncidentId to) {
        Optional<List<Member>> moved = of(survivor)
                .map(all -> all.stream()
                        .filter(one -> one.origin().filter(origins::contains).isPresent())
                        .toList());
        moved.ifPresent(members -> change(MOVE, members, to));
        return moved.map(ForeseenPosts::count).or(() -> crowd.moveBack(survivor, origins, to));
    }

    private int change(Writing<Changed> writing, List<Member> members, Object to) {
        session.later(
                writing,
                members.stream().map(member -> new Changed(member, to)).toList(),
                changed -> new Expected(
                        "post " + changed.member().id(), changed.member().version()));
        return members.size();
    }
}
