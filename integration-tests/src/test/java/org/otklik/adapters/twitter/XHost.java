package org.otklik.adapters.twitter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.otklik.adapters.twitter.judge.XJudged;
import org.otklik.id.PublicationId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.x.XFake;

/** X with a citizen, an official account and the adapter of a host; for one test. */
final class XHost implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";

    final SettableClock clock = SettableClock.startingAt(MORNING);
    final XFake x = XJudged.open(clock);
    final String citizen = x.user("zhitel");
    final String official = x.user("krai_official");
    final XSafe safe = XSafe.of(x, official);
    final InMemoryContext context = InMemoryContext.of(clock, safe);
    XAdapter adapter;

    private XHost(UnaryOperator<XSettingsBuilder> more) {
        adapter = node(more);
    }

    static XHost open() {
        return open(settings -> settings);
    }

    static XHost open(UnaryOperator<XSettingsBuilder> more) {
        return new XHost(more);
    }

    /** Another process over the same desk. */
    XAdapter node(UnaryOperator<XSettingsBuilder> more) {
        XAdapter node =
                XAdapter.of(more.apply(XNetworkUnderTest.settings(x, official)).build());
        node.attach(context);
        return node;
    }

    static XSettingsBuilder oauth2(XSettingsBuilder settings, XFake x, String official) {
        return settings.official(XOfficial.oauth2(XNetworkUnderTest.ACCOUNT, official, "krai_official", x.clientId()));
    }

    XHost watching(String id, String expression) {
        context.watching(
                new WatchList(List.of(), List.of(new WatchedQuery(id, Set.of(), SearchExpression.parse(expression)))));
        return this;
    }

    static SourceId source(String name) {
        return new SourceId(XNetworkUnderTest.ACCOUNT, name);
    }

    static SourceId mentions() {
        return source("mentions:krai_official");
    }

    void wait(Duration time) {
        clock.advance(time);
    }

    /** Everything behind a cursor. */
    record Reading(List<PostChange> changes, Cursor end) {

        List<String> texts() {
            return changes.stream()
                    .filter(PostChange.Present.class::isInstance)
                    .map(change -> ((PostChange.Present) change).post().text())
                    .toList();
        }

        Post post(String id) {
            return changes.stream()
                    .filter(change -> change.id().nativeId().equals(id))
                    .map(change -> ((PostChange.Present) change).post())
                    .reduce((before, after) -> after)
                    .orElseThrow();
        }
    }

    Reading read(SourceId source) {
        return read(source, Optional.empty());
    }

    Reading read(SourceId source, Optional<Cursor> from) {
        List<PostChange> changes = new ArrayList<>();
        PostPage page = adapter.poll(source, from, 100);
        changes.addAll(page.changes());
        while (page.more()) {
            page = adapter.poll(source, Optional.of(page.next()), 100);
            changes.addAll(page.changes());
        }
        return new Reading(changes, page.next());
    }

    static ReplyTarget target(String post) {
        return ReplyTarget.of(XNetworkUnderTest.ACCOUNT, PostId.of("x", post), Discussion.NONE);
    }

    PublishOutcome publish(String post, String text) {
        return adapter.publish(target(post), text, PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex"));
    }

    ReadBack find(String post, String text) {
        return adapter.find(target(post), text, PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex"));
    }

    @Override
    public void close() {
        x.close();
        XJudged.assertNoViolations(x);
    }
}
