package org.otklik.internal.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.Privacy;
import org.otklik.RetentionRules;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AuthorRef;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.PostRow;

/** The work on personal data. */
public final class DefaultPrivacy implements Privacy {

    private static final int MOST_POSTS = 100_000;
    private static final int LONGEST_REASON = 200;

    private final Sessions sessions;

    /** Creates the service. */
    public DefaultPrivacy(Sessions sessions) {
        this.sessions = sessions;
    }

    private boolean permits(Actor actor, Operation operation) {
        return sessions.parts().authorizer().permits(new AccessRequest(actor, operation, Set.of()));
    }

    @Override
    public Result<Erasure> erase(Actor actor, AuthorRef author, String reason) {
        if (!permits(actor, Operation.ERASE_AUTHOR)) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.ERASE_AUTHOR);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters.");
        }
        Pseudonym who = sessions.parts().key().pseudonym(author);
        return sessions.run(actor, session -> {
            List<PostRow> posts = session.stores().posts().ofAuthor(who, MOST_POSTS);
            Erasures.record(session, posts);
            int texts = session.stores().texts().eraseOf(who);
            boolean handle = session.stores().authors().forget(who);
            Erasures.log(session, List.of(who), reason);
            return Result.done(new Erasure(who, session.now(), actor.id(), reason, posts.size(), texts, handle));
        });
    }

    @Override
    public Result<List<AccessRow>> accesses(
            Actor actor, Optional<AuthorRef> person, Instant from, Instant before, long afterNumber, int limit) {
        if (!permits(actor, Operation.VIEW_ACCESSES)) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_ACCESSES);
        }
        Optional<Pseudonym> who = person.map(author -> sessions.parts().key().pseudonym(author));
        return sessions.run(
                actor, session -> Result.done(session.stores().accesses().find(who, from, before, afterNumber, limit)));
    }

    @Override
    public Result<Map<RetentionCategory, Long>> previewRetention(Actor actor, RetentionRules rules) {
        return permits(actor, Operation.APPLY_RETENTION)
                ? Result.done(new Retention(sessions).preview(actor, rules))
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.APPLY_RETENTION);
    }

    @Override
    public Result<Map<RetentionCategory, Long>> applyRetention(Actor actor, RetentionRules rules, int limit) {
        return permits(actor, Operation.APPLY_RETENTION)
                ? Result.done(new Retention(sessions).apply(actor, rules, limit))
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.APPLY_RETENTION);
    }

    @Override
    public Result<String> verifyChain(Actor actor) {
        return verifyChain(actor, List.of());
    }

    @Override
    public Result<String> verifyChain(Actor actor, Collection<ChainAnchor> kept) {
        return permits(actor, Operation.VIEW_REPORT)
                ? Result.done(new ChainCheck(sessions, actor).verify(kept))
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_REPORT);
    }

    @Override
    public Result<ChainAnchor> anchor(Actor actor) {
        return permits(actor, Operation.VIEW_REPORT)
                ? Result.done(new ChainCheck(sessions, actor).anchor())
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_REPORT);
    }
}
