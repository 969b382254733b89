package org.otklik.adapters.max;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.judge.MaxJudged;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WebhookDecision;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.max.MaxDelivery;
import org.otklik.testkit.max.MaxFake;

/** A town with a channel, a group and a dialog, whose bot is ours; the network heeds its limits and is judged. */
final class MaxTown implements AutoCloseable {

    static final AccountId ACCOUNT = AccountId.of("max", "zarechinsk");
    static final long CHANNEL = -70801090403050L;
    static final long GROUP = -70000000000005L;
    static final long DIALOG = 182182182;
    static final long BOT = 229229229;
    static final long ANNA = 101;
    static final String SECRET = "hook-canary";
    static final PublicationId KEY = new PublicationId("01m7rhmr00zg4mde7gwjmaq1ex");

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    final MaxFake max = MaxJudged.open(clock)
            .person(ANNA, "Анна")
            .bot(BOT, "Заречинск отвечает", "bot-canary")
            .channel(CHANNEL, "Заречинск официально", BOT)
            .group(GROUP, "Дороги Заречинска", BOT)
            .dialog(DIALOG, BOT);
    final MaxSafe safe = new MaxSafe().put(ACCOUNT, "bot-token", "bot-canary").put(ACCOUNT, "webhook-secret", SECRET);
    private final Map<SourceId, Cursor> cursors = new HashMap<>();
    private final UnaryOperator<MaxSettingsBuilder> more;
    private AdapterContext context = InMemoryContext.of(clock, safe);
    MaxAdapter adapter;

    MaxTown() {
        this(settings -> settings);
    }

    MaxTown(UnaryOperator<MaxSettingsBuilder> more) {
        this.more = more;
        adapter = open();
    }

    private MaxAdapter open() {
        MaxAdapter fresh = MaxAdapter.of(more.apply(MaxSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                        .account(ACCOUNT.name())
                        .baseUrl(max.address())
                        .rests(Duration.ofSeconds(1), new Backoff(Duration.ZERO, Duration.ZERO)))
                .build());
        fresh.attach(context);
        return fresh;
    }

    void watching(WatchList watched) {
        context = InMemoryContext.of(clock, safe).watching(watched);
        restart();
    }

    /** The next process: what was stored is still there. */
    void restart() {
        adapter = open();
    }

    static SourceId source(String name) {
        return new SourceId(ACCOUNT, name);
    }

    List<String> sources() {
        return adapter.sources().stream().map(SourceId::name).sorted().toList();
    }

    /** Reads a source to its end as a desk does, storing each cursor. */
    List<PostChange> read(String name) {
        SourceId source = source(name);
        List<PostChange> changes = new ArrayList<>();
        PostPage page;
        do {
            clock.advance(Duration.ofSeconds(1));
            page = adapter.poll(source, Optional.ofNullable(cursors.get(source)), 100);
            cursors.put(source, page.next());
            changes.addAll(page.changes());
        } while (page.more());
        return changes;
    }

    PostPage page(String name, int limit) {
        clock.advance(Duration.ofSeconds(1));
        return adapter.poll(source(name), Optional.ofNullable(cursors.get(source(name))), limit);
    }

    void keep(String name, PostPage page) {
        cursors.put(source(name), page.next());
    }

    List<PostChange> updates() {
        return read("updates");
    }

    /** The only post that a source brings. */
    Post only(String name) {
        List<PostChange> changes = read(name);
        if (changes.size() != 1 || !(changes.get(0) instanceof PostChange.Present present)) {
            throw new AssertionError("Not one post: " + changes);
        }
        return present.post();
    }

    static PostId message(long chat, String mid) {
        return PostId.of("max", "chat:" + chat + ":" + mid);
    }

    static PostId comment(String post, String mid) {
        return PostId.of("max", "post:" + post + ":" + mid);
    }

    PublishOutcome publish(PostId post, String text) {
        clock.advance(Duration.ofSeconds(2));
        return adapter.publish(ReplyTarget.of(ACCOUNT, post, Discussion.NONE), text, KEY);
    }

    ReadBack find(PostId post, String text) {
        clock.advance(Duration.ofSeconds(2));
        return adapter.find(ReplyTarget.of(ACCOUNT, post, Discussion.NONE), text, KEY);
    }

    /** Takes what MAX delivers next to the host. */
    WebhookDecision deliver() {
        MaxDelivery delivery = max.hooks(BOT).next().orElseThrow();
        return adapter.decode(
                ACCOUNT,
                MaxNetworkUnderTest.request(delivery.body(), delivery.secret().orElse("")));
    }

    WebhookDecision deliver(String body) {
        return adapter.decode(ACCOUNT, MaxNetworkUnderTest.request(body.getBytes(StandardCharsets.UTF_8), SECRET));
    }

    long callsOf(String call) {
        return max.calls().stream().filter(call::equals).count();
    }

    @Override
    public void close() {
        max.close();
        MaxJudged.assertNoViolations(max);
    }
}
