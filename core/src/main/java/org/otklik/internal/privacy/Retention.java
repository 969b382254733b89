package org.otklik.internal.privacy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.otklik.RetentionRules;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.PostRow;

/** Takes what was kept long enough, each category in a transaction of its own. */
final class Retention {

    private static final String REASON = "retention";

    private final Sessions sessions;

    Retention(Sessions sessions) {
        this.sessions = sessions;
    }

    Map<RetentionCategory, Long> preview(Actor actor, RetentionRules rules) {
        return each(
                rules,
                (category, before) -> sessions.run(
                        actor, session -> session.stores().retention().count(category, before)));
    }

    Map<RetentionCategory, Long> apply(Actor actor, RetentionRules rules, int limit) {
        return each(
                rules, (category, before) -> sessions.run(actor, session -> take(session, category, before, limit)));
    }

    private interface Step {

        long with(RetentionCategory category, Instant before);
    }

    private Map<RetentionCategory, Long> each(RetentionRules rules, Step step) {
        Instant now = sessions.parts().now();
        Map<RetentionCategory, Long> counts = new EnumMap<>(RetentionCategory.class);
        rules.keepFor().forEach((category, period) -> counts.put(category, step.with(category, now.minus(period))));
        return Map.copyOf(counts);
    }

    private static long take(Session session, RetentionCategory category, Instant before, int limit) {
        return switch (category) {
            case DISMISSED_POSTS, CLOSED_POSTS -> takePosts(session, category, before, limit);
            case CLOSED_TEXTS -> session.stores().retention().eraseTexts(before, limit);
            case AUTHORS -> forget(session, before, limit);
        };
    }

    private static long takePosts(Session session, RetentionCategory category, Instant before, int limit) {
        List<PostRow> posts = session.stores().retention().posts(category, before, limit);
        Erasures.record(session, posts);
        session.stores().posts().eraseTexts(posts.stream().map(PostRow::id).toList());
        return posts.size();
    }

    private static long forget(Session session, Instant before, int limit) {
        List<Pseudonym> forgotten = session.stores().retention().forgetAuthors(before, limit);
        Erasures.log(session, forgotten, REASON);
        return forgotten.size();
    }
}
