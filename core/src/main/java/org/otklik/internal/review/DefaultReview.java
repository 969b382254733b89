package org.otklik.internal.review;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.otklik.Review;
import org.otklik.Understanding;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.decide.Attachments;
import org.otklik.internal.decide.IndexFollower;
import org.otklik.internal.decide.PersonDecisions;
import org.otklik.internal.decide.Understander;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OthersWords;
import org.otklik.internal.unit.PostReader;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** The work on posts that a person decides. */
public final class DefaultReview implements Review {

    private static final Set<SignalState> UNDECIDED =
            EnumSet.of(SignalState.NEEDS_REVIEW, SignalState.REJECTED, SignalState.QUARANTINED);

    private final Sessions sessions;
    private final IncidentCommands commands;
    private final Understander understander;
    private final PersonDecisions decisions;
    private final IndexFollower follower;
    private final Recurrences recurrences;

    /** Creates the service. */
    public DefaultReview(IncidentCommands commands, Understander understander, IndexFollower follower) {
        this.follower = follower;
        this.sessions = commands.sessions();
        this.commands = commands;
        this.understander = understander;
        this.decisions = new PersonDecisions(sessions.parts(), understander);
        this.recurrences = new Recurrences(commands, understander, decisions);
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    private <T> Result<T> permitted(Actor actor, Operation operation, Function<Session, Result<T>> work) {
        return parts().authorizer().permits(new AccessRequest(actor, operation, Set.of()))
                ? sessions.run(actor, work)
                : Result.refused(RefusalCode.NOT_PERMITTED, operation);
    }

    private <T> Result<T> onPost(
            Actor actor,
            PostId id,
            Operation operation,
            Set<SignalState> states,
            BiFunction<Session, PostRow, Result<T>> work) {
        return permitted(actor, operation, session -> {
            PostRow row = session.stores().posts().find(List.of(id)).get(id);
            if (row == null) {
                return Result.refused(RefusalCode.NOT_FOUND, "post", id);
            }
            return states.contains(row.signal())
                    ? work.apply(session, row)
                    : Result.refused(RefusalCode.WRONG_STATE, operation, row.signal());
        });
    }

    @Override
    public Result<List<Item>> list(Actor actor, SignalState state, Optional<PostId> after, int limit) {
        return permitted(actor, Operation.VIEW_SIGNALS, session -> {
            Optional<PostRow> last = after.flatMap(id -> Optional.ofNullable(
                    session.stores().posts().find(List.of(id)).get(id)));
            List<PostRow> rows = session.stores().posts().inState(state, last, limit);
            return Result.done(items(session, rows));
        });
    }

    private List<Item> items(Session session, List<PostRow> rows) {
        List<Post> posts =
                new PostReader(parts()).read(session, rows, session.actor(), Set.of(), Operation.VIEW_SIGNALS);
        List<Post> inContext = decisions.inContext(session, rows);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> item(rows.get(i), posts.get(i), inContext.get(i)))
                .toList();
    }

    private Item item(PostRow row, Post post, Post inContext) {
        String reason = row.decision()
                .map(json -> parts().json().read(json, Verdict.class).reason())
                .orElse("");
        Optional<Understanding> meaning =
                row.content().isPresent() ? understander.tryToUnderstand(inContext) : Optional.empty();
        return new Item(post, row.signal(), reason, row.link().incident(), meaning);
    }

    private Result<Item> one(Session session, PostId id) {
        return Result.done(items(
                        session,
                        List.of(session.stores().posts().find(List.of(id)).get(id)))
                .get(0));
    }

    @Override
    public Result<Item> view(Actor actor, PostId post) {
        return onPost(
                actor,
                post,
                Operation.VIEW_SIGNALS,
                EnumSet.allOf(SignalState.class),
                (session, row) -> one(session, post));
    }

    @Override
    public Result<List<PostRevision>> revisions(Actor actor, PostId post) {
        return onPost(
                actor,
                post,
                Operation.VIEW_SIGNALS,
                EnumSet.allOf(SignalState.class),
                (session, row) -> Result.done(session.stores().posts().revisions(post).stream()
                        .sorted(Comparator.comparing(PostRevision::at))
                        .toList()));
    }

    @Override
    public Result<Incident> promote(
            Actor actor, PostId post, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place) {
        if (topic.isPresent() && parts().region().topics().find(topic.get()).isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "topic");
        }
        if (place.isPresent() && parts().region().gazetteer().find(place.get()).isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "place");
        }
        return onPost(
                actor,
                post,
                Operation.PROMOTE,
                UNDECIDED,
                (session, row) -> Result.done(decisions.promote(session, row, kind, topic, place)));
    }

    @Override
    public Result<Incident> attach(Actor actor, PostId post, IncidentId incident) {
        return onPost(
                actor,
                post,
                Operation.ATTACH,
                UNDECIDED,
                (session, row) -> commands.change(session, incident, Operation.ATTACH, open -> {
                    Attachments attachments = new Attachments(session);
                    PostRow recorded = Rows.record(
                            session, row, new SignalEvent.Attached(incident, "PERSON", 1, Optional.empty()));
                    PostRow attached = attachments.attach(
                            Rows.in(recorded, SignalState.ATTACHED, verdict("PERSON")),
                            incident,
                            decisions.locate(session, row));
                    session.stores().posts().update(List.of(OthersWords.dropWhenDecided(parts(), attached)));
                    attachments.save();
                    return Result.done(
                            attachments.survivor(incident).orElseThrow().incident());
                }));
    }

    private Optional<String> verdict(String reason) {
        return Optional.of(parts().json().write(Verdict.because(reason)));
    }

    @Override
    public Result<Item> dismiss(Actor actor, PostId post, String reason) {
        if (!IncidentCommands.isCode(reason)) {
            return Result.refused(RefusalCode.INVALID, "reason");
        }
        return onPost(
                actor,
                post,
                Operation.DISMISS,
                EnumSet.of(SignalState.NEEDS_REVIEW, SignalState.QUARANTINED),
                (session, row) -> {
                    PostRow recorded = Rows.record(session, row, new SignalEvent.Dismissed(reason, "person"));
                    session.stores()
                            .posts()
                            .update(List.of(OthersWords.dropWhenDecided(
                                    parts(), Rows.in(recorded, SignalState.REJECTED, verdict(reason)))));
                    return one(session, post);
                });
    }

    @Override
    public Result<Item> restore(Actor actor, PostId post) {
        return onPost(
                actor,
                post,
                Operation.RESTORE_SIGNAL,
                EnumSet.of(SignalState.REJECTED, SignalState.QUARANTINED, SignalState.HANDED_OVER),
                (session, row) -> {
                    if (row.facts().deletedAt().isPresent()) {
                        return Result.refused(RefusalCode.WRONG_STATE, Operation.RESTORE_SIGNAL, Verdict.SOURCE_GONE);
                    }
                    PostRow recorded = Rows.record(session, row, new SignalEvent.Restored());
                    session.stores()
                            .posts()
                            .update(List.of(Rows.in(recorded, SignalState.NEEDS_REVIEW, verdict("RESTORED"))));
                    return one(session, post);
                });
    }

    @Override
    public Result<List<MergeSuggestion>> mergeSuggestions(Actor actor, IncidentId incident) {
        follower.follow();
        return commands.call(actor, incident, Operation.VIEW_INCIDENT, open -> {
            PostId first = open.incident().firstPost();
            PostRow row = open.session().stores().posts().find(List.of(first)).get(first);
            if (row == null || row.content().isEmpty()) {
                return Result.done(List.of());
            }
            Post post = decisions.inContext(open.session(), List.of(row)).get(0);
            return Result.done(understander
                    .tryToUnderstand(post)
                    .map(meaning -> parts().similarity().similar(meaning.fingerprint()))
                    .map(similar -> suggestions(open.session(), similar, incident))
                    .orElse(List.of()));
        });
    }

    @Override
    public Result<List<EarlierIncident>> earlier(Actor actor, IncidentId incident) {
        return commands.call(actor, incident, Operation.VIEW_INCIDENT, open -> Result.done(recurrences.before(open)));
    }

    private List<MergeSuggestion> suggestions(
            Session session, List<SimilarityMatch.Suggestion> similar, IncidentId incident) {
        Attachments attachments = new Attachments(session);
        return similar.stream()
                .filter(one -> !one.incident().equals(incident))
                .filter(one -> attachments
                        .survivor(one.incident())
                        .filter(open -> open.incident().id().equals(one.incident())
                                && open.incident().state().isOpen())
                        .isPresent())
                .map(one -> new MergeSuggestion(
                        one.incident(),
                        one.score(),
                        one.reasons().stream().map(Enum::name).sorted().toList()))
                .toList();
    }
}
