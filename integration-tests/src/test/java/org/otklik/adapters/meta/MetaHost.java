package org.otklik.adapters.meta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** A host that reads one account source by source, and keeps each cursor as a desk would; for one thread. */
final class MetaHost {

    private final SettableClock time;
    private final NetworkAdapter adapter;
    private final AccountId account;
    private final Map<String, Cursor> cursors = new HashMap<>();
    final List<PostPage.Unreadable> unreadable = new ArrayList<>();

    private MetaHost(SettableClock time, NetworkAdapter adapter, AccountId account) {
        this.time = time;
        this.adapter = adapter;
        this.account = account;
    }

    /** Settings under which everything is due always and no budget is ever spent. */
    static MetaSettingsBuilder settings(MetaFake meta) {
        return MetaSettings.builder()
                .baseUrls(meta.address(), meta.address())
                .pagesEvery(Duration.ZERO)
                .mentionsEvery(Duration.ZERO)
                .tagsEvery(Duration.ZERO)
                .hashtagsEvery(Duration.ZERO)
                .calls(10_000, Duration.ofSeconds(1))
                .limits(new CallLimits(Duration.ofSeconds(5), 1 << 22))
                .backoff(new Backoff(Duration.ZERO, Duration.ZERO));
    }

    static MetaHost of(SettableClock time, NetworkAdapter adapter, AccountId account, MetaSafe safe) {
        return of(time, adapter, account, safe, WatchList.NOTHING);
    }

    static MetaHost of(
            SettableClock time, NetworkAdapter adapter, AccountId account, MetaSafe safe, WatchList watched) {
        AdapterContext context = InMemoryContext.of(time, safe).watching(watched);
        return of(time, adapter, account, context);
    }

    static MetaHost of(SettableClock time, NetworkAdapter adapter, AccountId account, AdapterContext context) {
        adapter.attach(context);
        return new MetaHost(time, adapter, account);
    }

    NetworkAdapter adapter() {
        return adapter;
    }

    /** Reads a kind of source to its end. */
    List<PostChange> read(String kind) {
        return read(kind, 100);
    }

    List<PostChange> read(String kind, int limit) {
        List<PostChange> changes = new ArrayList<>();
        for (SourceId source : sources(kind)) {
            boolean more = true;
            for (int pages = 0; more; pages++) {
                if (pages > 500) {
                    throw new AssertionError("Reading " + source + " does not end.");
                }
                PostPage page = adapter.poll(source, Optional.ofNullable(cursors.get(source.name())), limit);
                cursors.put(source.name(), page.next());
                changes.addAll(page.changes());
                unreadable.addAll(page.unreadable());
                more = page.more();
            }
        }
        time.advance(Duration.ofSeconds(1));
        return changes;
    }

    List<SourceId> sources(String kind) {
        return adapter.sources().stream()
                .filter(one -> one.name().startsWith(kind + ":"))
                .toList();
    }

    Cursor cursor(String kind) {
        return cursors.entrySet().stream()
                .filter(one -> one.getKey().startsWith(kind + ":"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    static List<String> texts(List<PostChange> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof PostChange.Present present
                        ? Stream.of(present.post().text())
                        : Stream.empty())
                .toList();
    }

    static Post only(List<PostChange> changes, String text) {
        return changes.stream()
                .filter(PostChange.Present.class::isInstance)
                .map(change -> ((PostChange.Present) change).post())
                .filter(post -> post.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + text + "' is not among " + texts(changes)));
    }

    static List<String> gone(List<PostChange> changes) {
        return changes.stream()
                .filter(PostChange.Gone.class::isInstance)
                .map(change -> change.id().nativeId())
                .toList();
    }

    AdapterException failure(String kind) {
        try {
            read(kind);
        } catch (AdapterException e) {
            return e;
        }
        throw new AssertionError("Nothing failed.");
    }

    ReplyTarget target(Post post) {
        return ReplyTarget.of(account, post.id(), post.discussion());
    }

    ReplyTarget target(String nativeId) {
        return ReplyTarget.of(account, new PostId(account.network(), nativeId), Discussion.NONE);
    }
}
