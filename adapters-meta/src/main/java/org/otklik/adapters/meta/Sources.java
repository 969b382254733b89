package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.watch.PlannedSource;
import org.otklik.adapters.watch.Schedule;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.QueryYield;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is read and when: of each account its own page, what webhooks hinted at, what others tagged it in; and hashtags;
 * thread-safe.
 */
final class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    private static final String PAGE = "page:";
    private static final String HINTS = "hints:";
    private static final String TAGGED = "tagged:";
    private static final String HASHTAG = "hashtag:";
    private static final int LONGEST_NAME = 200;
    private static final Set<FailureKind> REFUSED =
            Set.of(FailureKind.PERMISSION, FailureKind.TARGET_GONE, FailureKind.QUOTA);

    /** What Graph refuses for good is looked at again after this. */
    private static final Duration REFUSED_REST = Duration.ofHours(1);

    private final MetaSettings settings;
    private final Supplier<WatchList> watched;
    private final InstantSource time;
    private final Map<AccountId, PageReader.Means> means;
    private final Function<MetaAccount, Hints> hints;
    private final Map<AccountId, Hashtags> hashtags;
    private final Schedule schedule;
    private final Map<String, QueryYield> yields = new ConcurrentHashMap<>();
    private final Set<String> complained = ConcurrentHashMap.newKeySet();
    private final Instant since;

    Sources(
            MetaSettings settings,
            Supplier<WatchList> watched,
            InstantSource time,
            Map<AccountId, PageReader.Means> means,
            Function<MetaAccount, Hints> hints,
            Map<AccountId, Hashtags> hashtags) {
        this.settings = settings;
        this.watched = watched;
        this.time = time;
        this.means = means;
        this.hints = hints;
        this.hashtags = hashtags;
        this.schedule = new Schedule(time);
        this.since = time.instant();
    }

    /** A hashtag of a query; the account that can read hashtags reads it. */
    private record Tag(SourceId source, WatchedQuery query, String word) {}

    List<SourceId> due() {
        List<PlannedSource> planned = new ArrayList<>();
        means.values().forEach(one -> plan(one.calls().account(), planned));
        tags().forEach(tag -> planned.add(new PlannedSource(tag.source(), settings.hashtagsEvery(), 1)));
        schedule.keepOnly(planned);
        return schedule.due(planned, account -> means(account).calls().available());
    }

    private void plan(MetaAccount one, List<PlannedSource> planned) {
        AccountId account = one.account();
        planned.add(new PlannedSource(new SourceId(account, PAGE + one.id()), settings.pagesEvery(), 2));
        planned.add(new PlannedSource(new SourceId(account, HINTS + one.id()), settings.mentionsEvery(), 1));
        planned.add(new PlannedSource(new SourceId(account, TAGGED + one.id()), settings.tagsEvery(), 1));
    }

    private PageReader.Means means(AccountId account) {
        return Objects.requireNonNull(means.get(account), "account");
    }

    /** All by one account: each has thirty of its own a week, but the lists would be the same. */
    private List<Tag> tags() {
        Optional<AccountId> reader = hashtags.keySet().stream().findFirst();
        if (reader.isEmpty()) {
            return List.of();
        }
        List<Tag> tags = new ArrayList<>();
        for (WatchedQuery query : watched.get().queries()) {
            List<String> words = Hashtags.of(query.expression());
            if (words.isEmpty()) {
                complain(query.id());
            }
            for (String word : words) {
                String name = HASHTAG + query.id() + ':' + word;
                if (name.length() <= LONGEST_NAME) {
                    tags.add(new Tag(new SourceId(reader.get(), name), query, word));
                }
            }
        }
        return tags;
    }

    /** Once is enough: the plan is made at every step. */
    private void complain(String query) {
        if (complained.add(query)) {
            log.warn("The query '{}' has no hashtags and is not searched on Instagram.", query);
        }
    }

    PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        if (!means.containsKey(source.account())) {
            throw unknown(source).toAdapterException();
        }
        try {
            return read(source, means(source.account()), cursor, limit);
        } catch (CallFailed e) {
            boolean refused = REFUSED.contains(e.error().kind());
            schedule.done(source, refused ? REFUSED_REST : Duration.ZERO);
            throw e.toAdapterException();
        }
    }

    private static CallFailed unknown(SourceId source) {
        return new CallFailed("Reading " + source, ApiError.of(FailureKind.CONFIGURATION, "no-such-source"), false);
    }

    private PostPage read(SourceId source, PageReader.Means means, Optional<Cursor> cursor, int limit) {
        String name = source.name();
        if (name.startsWith(PAGE)) {
            return readPage(source, means, cursor, limit);
        }
        if (name.startsWith(HINTS)) {
            MetaAccount account = means.calls().account();
            Stand stand = Stand.own(account, watched.get());
            PostPage page = hints.apply(account).fetch(means, stand, cursor, limit, new Findings(time.instant()));
            return done(source, page, settings.mentionsEvery());
        }
        if (name.startsWith(TAGGED)) {
            return readTagged(source, means, cursor, limit);
        }
        return readHashtag(source, means, cursor, limit);
    }

    private PostPage done(SourceId source, PostPage page, Duration every) {
        if (page.more()) {
            schedule.tried(source);
        } else {
            schedule.done(source, every);
        }
        return page;
    }

    /** Nought if it is time; another node may have read a moment ago. */
    private Duration untilDue(Instant readAt, Duration every) {
        Duration left = Duration.between(time.instant(), readAt.plus(every));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private PostPage readPage(SourceId source, PageReader.Means means, Optional<Cursor> cursor, int limit) {
        PageMemory memory = PageMemory.of(cursor);
        Duration early = untilDue(Instant.ofEpochSecond(memory.readAt), settings.pagesEvery());
        if (memory.atRest() && cursor.isPresent() && !early.isZero()) {
            schedule.done(source, early);
            return PostPage.of(List.of(), cursor.get(), false);
        }
        Stand stand = Stand.own(means.calls().account(), watched.get());
        PostPage page = new PageReader(means, stand, memory, limit, time.instant()).read(limit);
        if (memory.atRest()) {
            schedule.done(source, settings.pagesEvery());
        } else {
            schedule.tried(source);
        }
        return page;
    }

    private PostPage readTagged(SourceId source, PageReader.Means means, Optional<Cursor> cursor, int limit) {
        MetaAccount account = means.calls().account();
        ListReader.Progress at = progress(cursor);
        Duration early = untilDue(at.readAt(), settings.tagsEvery());
        if (at.atRest() && cursor.isPresent() && !early.isZero()) {
            return done(source, PostPage.of(List.of(), cursor.get(), false), early);
        }
        PostPage page = ListReader.read(
                means.calls(),
                means.dialect().tagged(account),
                node -> means.dialect().readTagged(account, node),
                at,
                size(means, limit),
                time.instant());
        return done(source, page, settings.tagsEvery());
    }

    private ListReader.Progress progress(Optional<Cursor> cursor) {
        return ListReader.Progress.of(cursor, time.instant().minus(settings.firstLookBack()));
    }

    private static int size(PageReader.Means means, int limit) {
        return Math.max(1, Math.min(means.dialect().largestPage(), limit));
    }

    private PostPage readHashtag(SourceId source, PageReader.Means means, Optional<Cursor> cursor, int limit) {
        Tag tag = tags().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(() -> unknown(source));
        ListReader.Progress at = progress(cursor);
        Duration early = untilDue(at.readAt(), settings.hashtagsEvery());
        if (at.atRest() && cursor.isPresent() && !early.isZero()) {
            return done(source, PostPage.of(List.of(), cursor.get(), false), early);
        }
        Edge media = Objects.requireNonNull(hashtags.get(source.account()), "account")
                .media(means.calls(), tag.word());
        Function<JsonNode, Optional<Post>> reader =
                node -> Hashtags.read(node, tag.query().id());
        PostPage found = ListReader.read(means.calls(), media, reader, at, size(means, limit), time.instant());
        PostPage page = wanted(tag.query(), found);
        count(tag.query().id(), page.changes().size());
        return done(source, page, settings.hashtagsEvery());
    }

    /** The rest of the expression is looked for here. */
    private static PostPage wanted(WatchedQuery query, PostPage found) {
        List<PostChange> changes = new ArrayList<>(found.changes());
        changes.removeIf(change -> change instanceof PostChange.Present present
                && !Wanted.fits(query.expression(), present.post().text()));
        return new PostPage(changes, found.next(), found.more(), found.unreadable());
    }

    private void count(String query, int posts) {
        yields.merge(
                query,
                new QueryYield(query, InstagramAdapter.NETWORK, 1, posts, since),
                (all, one) -> new QueryYield(
                        query, InstagramAdapter.NETWORK, all.calls() + 1, all.posts() + one.posts(), since));
    }

    List<QueryYield> yields() {
        return List.copyOf(yields.values());
    }
}
