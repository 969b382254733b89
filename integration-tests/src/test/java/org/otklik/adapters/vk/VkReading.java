package org.otklik.adapters.vk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.vk.judge.VkJudged;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;

/** An adapter without a desk, whose sources the test polls; for one thread. */
final class VkReading implements AutoCloseable {

    static final AccountId READER = AccountId.of("vk", "reader");
    static final AccountId SPEAKER = AccountId.of("vk", "samara_official");
    static final long ANNA = 101;
    static final long BORIS = 102;

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
    final VkFake vk = VkJudged.open(clock);
    final long talk = vk.community("samara_talk");
    final long official = vk.community("samara_official");
    final VkSafe safe = new VkSafe();
    final InMemoryContext context = InMemoryContext.of(clock, safe);
    final Map<SourceId, Cursor> cursors = new HashMap<>();
    final List<AdapterException> failures = new ArrayList<>();
    private final UnaryOperator<VkSettingsBuilder> wishes;
    VkAdapter adapter;

    VkReading() {
        this(UnaryOperator.identity());
    }

    VkReading(UnaryOperator<VkSettingsBuilder> wishes) {
        this.wishes = wishes;
        safe.put(READER, "service-token", vk.serviceToken());
        safe.put(SPEAKER, "group-token", vk.groupToken(official));
        watchWall("samara_talk");
        adapter = restarted();
    }

    /** Limits are tried elsewhere. */
    VkReading unlimited() {
        vk.withLimits(VkLimits.none());
        return this;
    }

    static UnaryOperator<VkSettingsBuilder> hasty() {
        return settings -> settings.callsPerSecond(1_000_000, 1_000_000)
                .wallsEvery(Duration.ZERO)
                .searchesEvery(Duration.ZERO)
                .dailyQuota("wall.get", 1_000_000_000L)
                .dailyQuota("newsfeed.search", 1_000_000_000L)
                .withoutLongPoll();
    }

    /** The adapter of the next process. */
    VkAdapter restarted() {
        VkSettingsBuilder settings =
                VkSettings.builder().reader(READER).community(SPEAKER, official).baseUrl(vk.address());
        adapter = VkAdapter.of(wishes.apply(settings).build());
        adapter.attach(context);
        return adapter;
    }

    void watchWall(String page) {
        context.watching(new WatchList(List.of(new WatchedPage(VkAdapter.NETWORK, page, Optional.empty())), List.of()));
    }

    void watchQueries(String... expressions) {
        List<WatchedQuery> queries = new ArrayList<>();
        for (String text : expressions) {
            queries.add(new WatchedQuery("q" + queries.size(), Set.of(), SearchExpression.parse(text)));
        }
        context.watching(new WatchList(List.of(), queries));
    }

    static SourceId source(String name) {
        return new SourceId(name.startsWith("longpoll") ? SPEAKER : READER, name);
    }

    PostPage poll(String name, int limit) {
        SourceId source = source(name);
        PostPage page = adapter.poll(source, Optional.ofNullable(cursors.get(source)), limit);
        cursors.put(source, page.next());
        return page;
    }

    /** Reads a source to its end. */
    List<PostChange> read(String name, int limit) {
        List<PostChange> changes = new ArrayList<>();
        boolean more = true;
        while (more) {
            PostPage page = poll(name, limit);
            changes.addAll(page.changes());
            more = page.more();
        }
        return changes;
    }

    /** Polls what is due as a desk does, once a second. */
    List<PostChange> listen(int seconds) {
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            for (SourceId source : adapter.sources()) {
                try {
                    changes.addAll(read(source.name(), 100));
                } catch (AdapterException e) {
                    failures.add(e);
                }
            }
            clock.advance(Duration.ofSeconds(1));
        }
        return changes;
    }

    /** What a desk would know at the end: the last word of each post. */
    static Map<String, PostChange> known(List<PostChange> changes) {
        Map<String, PostChange> known = new LinkedHashMap<>();
        changes.forEach(change -> known.put(change.id().nativeId(), change));
        return known;
    }

    static Post post(List<PostChange> changes, String nativeId) {
        PostChange change = known(changes).get(nativeId);
        if (change instanceof PostChange.Present present) {
            return present.post();
        }
        throw new AssertionError(nativeId + " is not there, but " + change);
    }

    /** Calls a method as the administrator of the community does. */
    void administer(String method, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("access_token", safe.secret(SPEAKER, "group-token").orElseThrow());
        form.put("v", "5.199");
        JdkHttpTransport.of(HttpSettings.standard())
                .send(HttpCall.form(URI.create(vk.address() + "/method/" + method), form));
    }

    @Override
    public void close() {
        VkJudged.assertNoViolations(vk);
        vk.close();
    }
}
