package org.otklik.storage.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.PostRow;

/** Rows of posts that were read along with an incident; for one thread. */
final class ForeseenRows {

    private static final int MOST = 100;
    private static final Set<AnswerState> AWAITING = Set.of(AnswerState.AWAITING);

    private final Session session;
    private final List<Ahead<PostRow>> awaiting = new ArrayList<>();
    private final List<Ahead<PostRow>> named = new ArrayList<>();

    ForeseenRows(Session session) {
        this.session = session;
    }

    void foresee(Foresight foresight) {
        Whose whose = Whose.of(foresight.subject());
        if (foresight.parts().contains(Foresight.Part.AWAITING)) {
            awaiting.add(session.ahead(
                    JdbcPosts.ofIncident(whose.sql(), AWAITING, false),
                    p -> {
                        whose.binder().bind(p);
                        p.texts(AWAITING).count(MOST);
                    },
                    PostColumns::read));
        }
        foresight
                .posts()
                .forEach(post -> named.add(session.ahead(JdbcPosts.FIND_ONE, p -> p.post(post), PostColumns::read)));
    }

    /** Gives those of these posts that are known. */
    Map<PostId, PostRow> find(Collection<PostId> ids) {
        Map<PostId, PostRow> found = new LinkedHashMap<>();
        Stream.concat(awaiting.stream(), named.stream())
                .flatMap(question -> session.answer(question).stream())
                .flatMap(List::stream)
                .filter(row -> ids.contains(row.id()))
                .forEach(row -> found.put(row.id(), row));
        return found;
    }

    /** Gives the first page of the posts that await an answer, if it is known; where none does, it is not seen whose these are. */
    Optional<List<PostRow>> awaiting(
            IncidentId incident, Set<AnswerState> answers, Optional<PostRow> after, int limit) {
        if (after.isPresent() || limit > MOST || !answers.equals(AWAITING)) {
            return Optional.empty();
        }
        return awaiting.stream()
                .flatMap(question -> session.answer(question).stream())
                .filter(rows -> !rows.isEmpty() && rows.get(0).link().incident().equals(Optional.of(incident)))
                .map(rows -> rows.subList(0, Math.min(limit, rows.size())))
                .findFirst();
    }
}
