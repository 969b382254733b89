package org.otklik.adapters.vk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.watch.PlannedSource;
import org.otklik.adapters.watch.Schedule;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.QueryYield;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/**
 * What is read and when: walls, searches, events of communities, and what the stream brought; thread-safe.
 *
 * <p>Walls of our own communities are read even if nobody watches them, because events get lost.
 */
final class Sources {

    private static final String WALL = "wall:";
    private static final String SEARCH = "search:";
    private static final String LONG_POLL = "longpoll:";
    private static final String STREAM = "stream";
    private static final int LONGEST_NAME = 190;
    private static final int CALLS_OF_WALL = 2;

    /** A tenth of each quota is left for repeats after failures. */
    private static final double USED_PART = 0.9;

    /** A wall or query that VK refuses for good is looked at again after this. */
    private static final Duration REFUSED_REST = Duration.ofHours(1);

    private final VkSettings settings;
    private final InstantSource time;
    private final Pages pages;
    private final Optional<VkCalls> reader;
    private final Map<String, VkCalls> communities;
    private final WallReader.Means means;
    private final StreamBuffer stream;
    private final Schedule schedule;
    private final Map<Long, LongPoll> longPolls = new HashMap<>();
    private final Map<String, QueryYield> yields = new ConcurrentHashMap<>();

    /** Owners of walls whose events were lost: read at once. */
    private final Set<Long> urgent = ConcurrentHashMap.newKeySet();

    private final Instant since;

    Sources(VkSettings settings, VkAdapter.Parts parts, Events events) {
        this.settings = settings;
        this.time = parts.time();
        this.pages = parts.pages();
        this.reader = parts.reader();
        this.communities = parts.communities();
        this.stream = parts.stream();
        this.schedule = new Schedule(time);
        this.since = time.instant();
        this.means = new WallReader.Means(settings, parts.items(), parts.closed());
        for (VkSettings.Community one : settings.communities()) {
            longPolls.put(
                    one.group(),
                    new LongPoll(calls(one), settings, events, one.group(), () -> urgent.add(one.owner())));
        }
    }

    private VkCalls calls(VkSettings.Community community) {
        return Objects.requireNonNull(communities.get(community.account().name()), "community");
    }

    List<SourceId> due() {
        List<PlannedSource> planned = planned();
        schedule.keepOnly(planned);
        planned.stream()
                .filter(one -> isUrgent(one.source()))
                .forEach(one -> schedule.done(one.source(), Duration.ZERO));
        return schedule.due(planned, this::available);
    }

    private boolean isUrgent(SourceId source) {
        OptionalLong owner = source.name().startsWith(WALL) ? pages.known(name(source, WALL)) : OptionalLong.empty();
        return owner.isPresent() && urgent.contains(owner.getAsLong());
    }

    private static String name(SourceId source, String prefix) {
        return source.name().substring(prefix.length());
    }

    /** An account may be reader and community; the poorer of its tokens tells what it can pay. */
    private int available(AccountId account) {
        int reading = reader.filter(one -> one.account().equals(account))
                .map(VkCalls::available)
                .orElse(Integer.MAX_VALUE);
        VkCalls community = communities.get(account.name());
        return Math.min(reading, community == null || reading < Integer.MAX_VALUE ? reading : community.available());
    }

    private List<PlannedSource> planned() {
        List<PlannedSource> planned = new ArrayList<>();
        reader.ifPresent(one -> planWalls(one, planned));
        if (settings.longPoll()) {
            for (VkSettings.Community one : settings.communities()) {
                planned.add(new PlannedSource(
                        new SourceId(one.account(), LONG_POLL + one.group()), settings.eventsEvery(), 1));
            }
        }
        reader.ifPresent(one -> planSearches(one, planned));
        reader.filter(one -> !stream.isEmpty())
                .ifPresent(
                        one -> planned.add(new PlannedSource(new SourceId(one.account(), STREAM), Duration.ZERO, 1)));
        return planned;
    }

    private void planWalls(VkCalls calls, List<PlannedSource> planned) {
        List<String> walls = walls();
        Duration every = wallsEvery(walls.size());
        walls.forEach(page ->
                planned.add(new PlannedSource(new SourceId(calls.account(), WALL + page), every, CALLS_OF_WALL)));
    }

    private List<String> walls() {
        List<String> walls = new ArrayList<>(pages.watched().stream()
                .map(WatchedPage::page)
                .filter(page -> page.length() <= LONGEST_NAME)
                .distinct()
                .toList());
        for (VkSettings.Community one : settings.communities()) {
            if (walls.stream().noneMatch(page -> pages.known(page).equals(OptionalLong.of(one.owner())))) {
                walls.add(String.valueOf(one.owner()));
            }
        }
        return walls;
    }

    private void planSearches(VkCalls calls, List<PlannedSource> planned) {
        if (calls.left("newsfeed.search") == 0) {
            return;
        }
        List<WatchedQuery> queries = pages.queries();
        Duration every = searchesEvery(queries);
        for (WatchedQuery query : queries) {
            planned.add(new PlannedSource(
                    new SourceId(calls.account(), SEARCH + query.id()),
                    every,
                    Math.max(1, ways(query).size())));
        }
    }

    /** None if the query falls apart into too many: polling it says so. */
    private List<String> ways(WatchedQuery query) {
        try {
            return VkQuery.compile(query.expression(), settings.mostWays());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private Duration wallsEvery(int walls) {
        return spread(settings.wallsEvery(), walls, "wall.get");
    }

    private Duration searchesEvery(List<WatchedQuery> queries) {
        int calls = queries.stream().mapToInt(query -> ways(query).size()).sum();
        return spread(settings.searchesEvery(), calls, "newsfeed.search");
    }

    /** As often as wished, but so that a round of all of them fits into the day's quota all day long. */
    private Duration spread(Duration wished, int calls, String method) {
        Long quota = settings.quotas().get(method);
        if (quota == null || quota == 0) {
            return wished;
        }
        Duration bearable = Duration.ofMillis((long) (Duration.ofDays(1).toMillis() * calls / (quota * USED_PART)));
        return wished.compareTo(bearable) > 0 ? wished : bearable;
    }

    PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        try {
            return read(source, cursor, limit);
        } catch (CallFailed e) {
            FailureKind kind = e.error().kind();
            switch (kind) {
                case QUOTA -> schedule.done(source, e.error().retryAfter().orElse(REFUSED_REST));
                case PERMISSION, TARGET_GONE -> schedule.done(source, REFUSED_REST);
                default -> schedule.done(source, isNoSuchPage(e) ? REFUSED_REST : Duration.ZERO);
            }
            throw e.toAdapterException();
        }
    }

    /** Other wrong settings concern the whole account, which rests by itself. */
    private static boolean isNoSuchPage(CallFailed failure) {
        return Set.of(VkErrors.BAD_PARAMETER, Pages.UNKNOWN)
                .contains(failure.error().code());
    }

    private void rest(SourceId source, boolean atRest, Duration every) {
        if (atRest) {
            schedule.done(source, every);
        } else {
            schedule.tried(source);
        }
    }

    private PostPage read(SourceId source, Optional<Cursor> cursor, int limit) {
        String name = source.name();
        if (name.startsWith(WALL)) {
            return readWall(source, cursor, limit);
        }
        if (name.startsWith(SEARCH)) {
            return search(source, cursor, limit);
        }
        if (name.equals(STREAM)) {
            return stream.drain(limit);
        }
        return readEvents(source, cursor);
    }

    private static CallFailed unknown(SourceId source) {
        return new CallFailed("Reading " + source, ApiError.of(FailureKind.CONFIGURATION, "no-such-source"), false);
    }

    private PostPage readEvents(SourceId source, Optional<Cursor> cursor) {
        LongPoll events = settings.communities().stream()
                .filter(one -> source.name().equals(LONG_POLL + one.group()))
                .map(one -> longPolls.get(one.group()))
                .findFirst()
                .orElseThrow(() -> unknown(source));
        PostPage page = events.read(cursor);
        schedule.done(source, settings.eventsEvery());
        return page;
    }

    private VkCalls reader(SourceId source) {
        return reader.filter(one -> one.account().equals(source.account())).orElseThrow(() -> unknown(source));
    }

    private PostPage readWall(SourceId source, Optional<Cursor> cursor, int limit) {
        VkCalls calls = reader(source);
        long owner = pages.owner(name(source, WALL), calls);
        WallMemory memory = WallMemory.of(cursor);
        Duration every = wallsEvery(walls().size());
        boolean hurries = memory.atRest() && urgent.remove(owner);
        Duration early = untilDue(memory.readAt, every);
        if (memory.atRest() && !hurries && cursor.isPresent() && !early.isZero()) {
            schedule.done(source, early);
            return PostPage.of(List.of(), cursor.get(), false);
        }
        try {
            PostPage page = new WallReader(means, calls, owner, memory, limit, time.instant()).read(limit);
            rest(source, memory.atRest(), every);
            return page;
        } catch (CallFailed e) {
            if (hurries) {
                urgent.add(owner);
            }
            throw e;
        }
    }

    /** Nought if it is time; another node may have read a moment ago. */
    private Duration untilDue(long readAt, Duration every) {
        Duration left =
                Duration.between(time.instant(), Instant.ofEpochSecond(readAt).plus(every));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private PostPage search(SourceId source, Optional<Cursor> cursor, int limit) {
        VkCalls calls = reader(source);
        List<WatchedQuery> queries = pages.queries();
        WatchedQuery query = queries.stream()
                .filter(one -> one.id().equals(name(source, SEARCH)))
                .findFirst()
                .orElseThrow(() -> unknown(source));
        List<String> ways = compile(query);
        SearchReader.Progress progress = SearchReader.Progress.of(cursor);
        Duration every = searchesEvery(queries);
        Duration early = untilDue(progress.until, every);
        if (progress.atRest() && cursor.isPresent() && !early.isZero()) {
            schedule.done(source, early);
            return PostPage.of(List.of(), cursor.get(), false);
        }
        Instant now = time.instant();
        SearchReader search = new SearchReader(calls, new Items(pages.names(), query.id()), query, ways, progress, now);
        PostPage page = search.read(limit, now);
        count(query, search.steps(), page.changes().size());
        rest(source, progress.atRest(), every);
        return page;
    }

    private List<String> compile(WatchedQuery query) {
        try {
            return VkQuery.compile(query.expression(), settings.mostWays());
        } catch (IllegalArgumentException e) {
            throw AdapterException.of(FailureKind.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    private void count(WatchedQuery query, long calls, long posts) {
        yields.merge(
                query.id(),
                new QueryYield(query.id(), VkAdapter.NETWORK, calls, posts, since),
                (all, one) -> new QueryYield(
                        query.id(), VkAdapter.NETWORK, all.calls() + one.calls(), all.posts() + one.posts(), since));
    }

    List<QueryYield> yields() {
        return List.copyOf(yields.values());
    }
}
