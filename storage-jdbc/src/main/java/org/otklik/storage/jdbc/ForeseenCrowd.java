package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostTally;

/**
 * The posts of an incident that has too many to be read one by one, counted along with it. They are changed by conditions
 * that must hold for as many as were counted, or else the transaction fails, as it does for a stale version; for one thread.
 */
final class ForeseenCrowd {

    private static final String COUNTS =
            "SELECT p.incident, p.origin, p.answer, p.deleted_at IS NOT NULL, COUNT(*), MAX(p.published_at)"
                    + " FROM post p WHERE p.incident = ";
    private static final String IF_CROWDED = " AND (SELECT c.posts FROM incident_counter c WHERE c.incident = ";
    private static final String BY_ANSWER = ") >= ? GROUP BY p.incident, p.origin, p.answer, p.deleted_at IS NOT NULL";

    private static final List<String> WITH_ANSWER = List.of("incident = ?", "answer = ?");
    private static final List<String> NAMED = Sql.joined(List.of("native_id = ?", "network = ?"), WITH_ANSWER);
    private static final Writing<Changed> MARK = changing("answer = ?", WITH_ANSWER);
    private static final Writing<Changed> OWE =
            changing("answer = ?", Sql.joined(WITH_ANSWER, List.of("deleted_at IS NULL")));
    private static final Writing<Changed> MOVE = changing("incident = ?", List.of("incident = ?"));
    private static final Writing<Changed> MOVE_BACK =
            changing("incident = ?", List.of("incident = ?", "origin = ANY(?)"));
    private static final Writing<Named> MARK_NAMED =
            new Writing<>(marking(NAMED), Named::post, (p, one) -> one.bind(p));
    private static final Writing<Named> OWE_NAMED = new Writing<>(
            marking(Sql.joined(NAMED, List.of("deleted_at IS NOT DISTINCT FROM ?"))),
            Named::post,
            (p, one) -> one.bind(p).instant(Optional.empty()));

    private final Session session;
    private final List<Ahead<Part>> crowds = new ArrayList<>();

    /** Those of the posts that are alike in what changes look at. */
    private record Part(
            IncidentId incident,
            Optional<IncidentId> origin,
            AnswerState answer,
            boolean isGone,
            int count,
            Instant lastPublishedAt) {

        static Part read(Row row) throws SQLException {
            return new Part(
                    IncidentId.of(row.text()),
                    row.optional(IncidentId::of),
                    row.constant(AnswerState.class),
                    row.flag(),
                    row.count(),
                    row.instant());
        }

        boolean mayBecome(AnswerState to) {
            return to != AnswerState.AWAITING || !isGone;
        }
    }

    /** All posts of an incident that meet conditions, and how many these are. */
    private record Changed(IncidentId incident, Object to, Session.Binder conditions, int count) {}

    /** A post that is taken to have the answer that changes. */
    private record Named(PostId post, IncidentId incident, AnswerState from, AnswerState to) {

        Params bind(Params params) throws SQLException {
            return params.text(to).number(1).post(post).text(incident).text(from);
        }
    }

    ForeseenCrowd(Session session) {
        this.session = session;
    }

    private static Writing<Changed> changing(String assignment, List<String> conditions) {
        return new Writing<>(
                new Change.UpdateAll("post", List.of(assignment, "version = version + ?"), conditions),
                Changed::incident,
                (p, changed) -> {
                    p.text(changed.to()).number(1);
                    changed.conditions().bind(p);
                    p.number(changed.count());
                });
    }

    private static Change marking(List<String> conditions) {
        return new Change.Update("post", List.of("answer = ?", "version = version + ?"), conditions, true);
    }

    /** Counts the posts of an incident that has so many. */
    void foresee(Whose whose, int least) {
        crowds.add(session.ahead(
                COUNTS + whose.sql() + IF_CROWDED + whose.sql() + BY_ANSWER,
                p -> {
                    whose.binder().bind(p);
                    whose.binder().bind(p);
                    p.count(least);
                },
                Part::read));
    }

    private Optional<List<Part>> of(IncidentId incident) {
        return crowds.stream()
                .flatMap(question -> session.answer(question).stream())
                .filter(parts -> !parts.isEmpty() && parts.get(0).incident().equals(incident))
                .findFirst();
    }

    private Optional<List<Part>> of(IncidentId incident, Predicate<Part> only) {
        return of(incident).map(parts -> parts.stream().filter(only).toList());
    }

    private static int count(List<Part> parts) {
        return parts.stream().mapToInt(Part::count).sum();
    }

    /** Counts the posts, if that was done. */
    Optional<PostTally> tally(IncidentId incident) {
        return of(incident).map(ForeseenCrowd::total);
    }

    private static PostTally total(List<Part> parts) {
        return new PostTally(
                count(parts),
                count(parts.stream()
                        .filter(part -> part.answer() == AnswerState.AWAITING)
                        .toList()),
                parts.stream().map(Part::lastPublishedAt).max(Comparator.naturalOrder()));
    }

    /** Changes the answers of posts, if they were counted; those that are named are taken to have the answer that changes. */
    Optional<Integer> markAnswers(IncidentId incident, Collection<PostId> named, AnswerState from, AnswerState to) {
        Optional<Integer> most = of(incident, part -> part.answer() == from && part.mayBecome(to))
                .map(ForeseenCrowd::count);
        return named.isEmpty()
                ? most.map(count -> markAll(incident, from, to, count))
                : most.filter(count -> count == 0 || count >= named.size())
                        .map(count -> count == 0 ? 0 : markNamed(incident, named, from, to));
    }

    private int markAll(IncidentId incident, AnswerState from, AnswerState to, int count) {
        return change(
                to == AnswerState.AWAITING ? OWE : MARK,
                new Changed(incident, to, p -> p.text(incident).text(from), count));
    }

    private int markNamed(IncidentId incident, Collection<PostId> named, AnswerState from, AnswerState to) {
        session.later(
                to == AnswerState.AWAITING ? OWE_NAMED : MARK_NAMED,
                named.stream().map(post -> new Named(post, incident, from, to)).toList(),
                one -> new Expected("the answer of post " + one.post(), 0));
        return named.size();
    }

    /** Moves the posts to another incident, if they were counted; tells how many. */
    Optional<Integer> moveAll(IncidentId from, IncidentId to) {
        return of(from).map(parts -> change(MOVE, new Changed(from, to, p -> p.text(from), count(parts))));
    }

    /** Moves the posts of some origins out of an incident, if they were counted; counts them. */
    Optional<PostTally> moveBack(IncidentId survivor, Set<IncidentId> origins, IncidentId to) {
        Optional<PostTally> moved = of(
                        survivor,
                        part -> part.origin().filter(origins::contains).isPresent())
                .map(ForeseenCrowd::total);
        moved.ifPresent(tally -> change(
                MOVE_BACK, new Changed(survivor, to, p -> p.text(survivor).texts(origins), tally.total())));
        return moved;
    }

    private int change(Writing<Changed> writing, Changed changed) {
        if (changed.count() > 0) {
            session.later(
                    writing,
                    List.of(changed),
                    one -> new Expected("the posts of incident " + one.incident(), one.count()));
        }
        return changed.count();
    }
}
