package org.otklik.internal.decide;

import java.util.ArrayList;
import java.util.List;
import org.otklik.PollReport.Failure;
import org.otklik.access.Actor;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.PostStore;
import org.otklik.spi.storage.StaleVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides captured posts (T1): claims a batch, understands it outside any transaction, commits each decision. */
public final class Decider {

    private static final Logger log = LoggerFactory.getLogger(Decider.class);

    private static final int SHARE_OF_LATEST = 4;

    private final Sessions sessions;
    private final ContextReader context;
    private final Understander understander;
    private final Decisions decisions;
    private final IndexFollower follower;

    /** Creates the decider of a desk. */
    public Decider(Sessions sessions, Understander understander, IndexFollower follower) {
        this.follower = follower;
        this.sessions = sessions;
        this.understander = understander;
        this.context = new ContextReader(sessions.parts());
        this.decisions = new Decisions(sessions.parts());
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Decides one batch of captured posts. */
    public DecisionCount decide(List<Failure> failures) {
        follower.follow();
        List<Waiting> claimed = sessions.run(
                Actor.system(),
                session -> context.read(session, claim(session.stores().posts())));
        if (claimed.isEmpty()) {
            return DecisionCount.NONE;
        }
        List<Waiting> understood = claimed.stream().map(this::understand).toList();
        understood.forEach(post -> post.failure()
                .ifPresent(code -> failures.add(new Failure(post.row().id().toString(), code))));
        return commit(understood, failures);
    }

    /** The oldest first; but while more wait than a batch holds, some of the latest too, since people await them now. */
    private List<ClaimedPost> claim(PostStore posts) {
        int batch = parts().limits().batch();
        List<ClaimedPost> oldest =
                posts.claimCaptured(parts().node(), batch, parts().limits().lease());
        if (oldest.size() < batch) {
            return oldest;
        }
        int share = Math.max(1, batch / SHARE_OF_LATEST);
        List<ClaimedPost> all = new ArrayList<>(oldest);
        all.addAll(posts.claimLatest(parts().node(), share, parts().limits().lease()));
        return all;
    }

    private Waiting understand(Waiting post) {
        if (post.official().isPresent()) {
            return post;
        }
        try {
            return post.understood(understander.understand(post.post()));
        } catch (RuntimeException e) {
            log.warn(
                    "The post {} could not be understood in attempt {} of {}; the others go on.",
                    post.row().id(),
                    post.attempt(),
                    parts().limits().attempts(),
                    e);
            return post.failed(e.getClass().getSimpleName());
        }
    }

    private DecisionCount commit(List<Waiting> posts, List<Failure> failures) {
        try {
            return commit(posts);
        } catch (RuntimeException e) {
            log.info("A batch of {} decisions failed and is done one by one: {}", posts.size(), e.getMessage());
            return commitOneByOne(posts, failures);
        }
    }

    private DecisionCount commit(List<Waiting> posts) {
        Decisions.Batch batch = sessions.run(Actor.system(), session -> decisions.decide(session, posts));
        follower.learn(batch.learned());
        return batch.count();
    }

    private DecisionCount commitOneByOne(List<Waiting> posts, List<Failure> failures) {
        DecisionCount count = DecisionCount.NONE;
        for (Waiting post : posts) {
            try {
                count = count.plus(commit(List.of(post)));
            } catch (StaleVersionException e) {
                log.debug(
                        "The post {} was changed in the meantime and waits for its next turn.",
                        post.row().id());
            } catch (RuntimeException e) {
                log.warn(
                        "The decision on {} could not be stored; it is tried again.",
                        post.row().id(),
                        e);
                failures.add(
                        new Failure(post.row().id().toString(), e.getClass().getSimpleName()));
                count = count.plus(lastAttempt(post));
            }
        }
        return count;
    }

    /** A post is guilty when it fails while the database answers right before and right after, not of an outage. */
    private DecisionCount lastAttempt(Waiting post) {
        if (post.attempt() < parts().limits().attempts()) {
            return DecisionCount.NONE;
        }
        try {
            sessions.run(
                    Actor.system(),
                    session -> session.stores().posts().find(List.of(post.row().id())));
            return decideOrQuarantine(post);
        } catch (RuntimeException e) {
            log.warn(
                    "The database does not let the last attempt at the post {} be judged; it is tried again.",
                    post.row().id(),
                    e);
            return DecisionCount.NONE;
        }
    }

    private DecisionCount decideOrQuarantine(Waiting post) {
        try {
            return commit(List.of(post));
        } catch (StaleVersionException e) {
            return DecisionCount.NONE;
        } catch (RuntimeException poison) {
            return commit(List.of(post.failed(poison.getClass().getSimpleName())));
        }
    }
}
