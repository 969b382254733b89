package org.otklik.adapters.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.telegram.TelegramFake;

/** A bot in a town's channel and its discussion, whose adapter the test polls without a desk; for one thread. */
final class TgHost implements AutoCloseable {

    static final AccountId ACCOUNT = TgNetworkUnderTest.ACCOUNT;
    static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");
    static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";

    final SettableClock clock = SettableClock.startingAt(MORNING);
    final TgNetworkUnderTest network = new TgNetworkUnderTest(clock);
    final TelegramFake telegram = network.telegram;
    final long bot = network.bot;
    final long anna = network.citizen;
    final long channel = network.channel;
    final long group = network.group;
    final int post = network.post;
    final InMemoryContext context = InMemoryContext.of(clock, network.safe);
    private final UnaryOperator<TelegramSettingsBuilder> wishes;
    TelegramAdapter adapter;
    Optional<Cursor> cursor = Optional.empty();

    TgHost(UnaryOperator<TelegramSettingsBuilder> wishes) {
        this.wishes = wishes;
        adapter = node();
    }

    static TgHost open() {
        return new TgHost(settings -> settings.account(ACCOUNT.name()));
    }

    /** The next process, or another one, over the same storage. */
    TelegramAdapter node() {
        TelegramAdapter node =
                TelegramAdapter.of(wishes.apply(network.settings()).build());
        node.attach(context);
        return node;
    }

    TgHost watching(String page, String place) {
        WatchedPage watched = new WatchedPage(adapter.network(), page, Optional.of(PlaceId.of(place)));
        WatchedQuery query = new WatchedQuery("pits", Set.of(), SearchExpression.parse("яма"));
        context.watching(new WatchList(List.of(watched), List.of(query)));
        return this;
    }

    SourceId source() {
        return new SourceId(ACCOUNT, "updates");
    }

    PostPage poll() {
        PostPage page = adapter.poll(source(), cursor, 100);
        cursor = Optional.of(page.next());
        return page;
    }

    /** All posts that wait, in order. */
    List<Post> read() {
        List<Post> posts = new ArrayList<>();
        PostPage page = poll();
        add(page, posts);
        while (page.more()) {
            page = poll();
            add(page, posts);
        }
        return posts;
    }

    private static void add(PostPage page, List<Post> posts) {
        page.changes().forEach(change -> posts.add(((PostChange.Present) change).post()));
    }

    /** The only post that waits. */
    Post only() {
        List<Post> posts = read();
        if (posts.size() != 1) {
            throw new AssertionError("There are " + posts.size() + " posts.");
        }
        return posts.get(0);
    }

    void minutePasses() {
        clock.advance(Duration.ofMinutes(1));
    }

    PostId message(int number) {
        return network.id(number);
    }

    PostId channelPost(int number) {
        return PostId.of("telegram", "post:" + channel + ":" + number);
    }

    PublishOutcome publish(PostId post, String text) {
        ReplyTarget target = ReplyTarget.of(ACCOUNT, post, Discussion.NONE);
        return adapter.publish(target, text, PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex"));
    }

    @Override
    public void close() {
        network.close();
    }
}
