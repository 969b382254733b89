package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostRow.Link;
import org.otklik.spi.storage.PostStore;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.SignalCount;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StaleVersionException;

/** Posts in memory. */
final class MemoryPosts implements PostStore {

    private final Rows<PostId, PostRow> rows;
    private final Index<PostRow, SignalState, Placed<PostId>> byState;
    private final Index<PostRow, IncidentId, Placed<PostId>> byIncident;
    private final Index<PostRow, Pseudonym, Placed<PostId>> byAuthor;
    private final Rows<RevisionKey, PostRevision> revisions;
    private final Rows<PostId, Integer> revisionCounts;
    private final MemoryQueue queue;

    private record RevisionKey(PostId post, int number) {}

    MemoryPosts(Journal journal, InstantSource leaseClock) {
        rows = new Rows<>(journal);
        byState = rows.index(row -> List.of(row.signal()), MemoryPosts::place);
        byIncident = rows.index(row -> list(row.link().incident()), MemoryPosts::place);
        byAuthor = rows.index(row -> list(row.facts().author()), MemoryPosts::place);
        revisions = new Rows<>(journal);
        revisionCounts = new Rows<>(journal);
        queue = new MemoryQueue(journal, leaseClock);
    }

    private static Placed<PostId> place(PostRow row) {
        return new Placed<>(row.facts().publishedAt(), row.id());
    }

    private static <T> List<T> list(Optional<T> value) {
        return value.map(List::of).orElse(List.of());
    }

    @Override
    public Set<PostId> insertNew(Collection<PostRow> fresh) {
        Set<PostId> inserted = new LinkedHashSet<>();
        for (PostRow row : fresh) {
            if (rows.putIfAbsent(row.id(), row)) {
                inserted.add(row.id());
                queue.follow(row);
            }
        }
        return inserted;
    }

    Stream<PostRow> withContent() {
        return rows.all().stream().filter(row -> row.content().isPresent());
    }

    @Override
    public Map<PostId, PostRow> find(Collection<PostId> ids) {
        Map<PostId, PostRow> found = new LinkedHashMap<>();
        ids.forEach(id -> rows.find(id).ifPresent(row -> found.put(id, row)));
        return found;
    }

    @Override
    public void update(Collection<PostRow> changed) {
        for (PostRow row : changed) {
            if (rows.find(row.id()).map(PostRow::version).orElse(0L) != row.version()) {
                throw new StaleVersionException("post " + row.id(), row.version());
            }
            rows.put(row.id(), next(row, row.content(), row.link()));
            queue.follow(row);
        }
    }

    private static PostRow next(PostRow row, Optional<String> content, Link link) {
        return with(row, row.version() + 1, content, link);
    }

    private static PostRow with(PostRow row, long version, Optional<String> content, Link link) {
        return new PostRow(row.id(), version, row.facts(), content, row.signal(), row.decision(), link, row.stream());
    }

    @Override
    public void addRevisions(Map<PostId, PostRevision> fresh) {
        fresh.forEach((post, revision) -> {
            revisions.putIfAbsent(new RevisionKey(post, revision.number()), revision);
            int highest = Math.max(revision.number(), revisionCounts.find(post).orElse(0));
            revisionCounts.put(post, highest);
        });
    }

    @Override
    public List<PostRevision> revisions(PostId id) {
        List<PostRevision> found = new ArrayList<>();
        for (int number = 1; number <= revisionCounts.find(id).orElse(0); number++) {
            revisions.find(new RevisionKey(id, number)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    @Override
    public void eraseTexts(Collection<PostId> ids) {
        for (PostRow row : find(ids).values()) {
            rows.put(row.id(), next(row, Optional.empty(), row.link()));
            eraseRevisions(row.id());
        }
    }

    @Override
    public List<ClaimedPost> claimCaptured(String owner, int limit, Duration lease) {
        return claimed(queue.claim(limit, lease));
    }

    @Override
    public List<ClaimedPost> claimLatest(String owner, int limit, Duration lease) {
        return claimed(queue.claimLatest(limit, lease));
    }

    private List<ClaimedPost> claimed(List<MemoryQueue.Entry> entries) {
        return entries.stream()
                .map(entry -> new ClaimedPost(rows.find(entry.id()).orElseThrow(), entry.attempt()))
                .toList();
    }

    @Override
    public long captured() {
        return queue.size();
    }

    @Override
    public List<PostRow> inState(SignalState state, Optional<PostRow> after, int limit) {
        return behind(byState.of(state), after).values().stream().limit(limit).toList();
    }

    @Override
    public List<PostRow> ofIncident(IncidentId incident, Set<AnswerState> answers, Optional<PostRow> after, int limit) {
        return behind(byIncident.of(incident), after).values().stream()
                .filter(row -> answers.isEmpty() || answers.contains(row.link().answer()))
                .limit(limit)
                .toList();
    }

    private static NavigableMap<Placed<PostId>, PostRow> behind(
            NavigableMap<Placed<PostId>, PostRow> members, Optional<PostRow> after) {
        return after.map(row -> members.tailMap(place(row), false)).orElse(members);
    }

    @Override
    public List<PostRow> ofAuthor(Pseudonym author, int limit) {
        return byAuthor.of(author).values().stream().limit(limit).toList();
    }

    @Override
    public int markAnswers(IncidentId incident, Collection<PostId> posts, AnswerState from, AnswerState to) {
        List<PostRow> marked = postsOf(incident, posts).stream()
                .filter(row -> row.link().answer() == from)
                .filter(row ->
                        to != AnswerState.AWAITING || row.facts().deletedAt().isEmpty())
                .toList();
        for (PostRow row : marked) {
            Link link = new Link(row.link().incident(), row.link().origin(), to);
            rows.put(row.id(), next(row, row.content(), link));
        }
        return marked.size();
    }

    private List<PostRow> postsOf(IncidentId incident, Collection<PostId> posts) {
        if (posts.isEmpty()) {
            return byIncident.listOf(incident);
        }
        return posts.stream()
                .distinct()
                .flatMap(id -> rows.find(id).stream())
                .filter(row -> row.link().incident().equals(Optional.of(incident)))
                .toList();
    }

    @Override
    public int moveAll(IncidentId from, IncidentId to) {
        return move(byIncident.listOf(from), to);
    }

    @Override
    public PostTally moveBack(IncidentId survivor, Set<IncidentId> origins, IncidentId to) {
        List<PostRow> cameFromThere = byIncident.listOf(survivor).stream()
                .filter(row -> row.link().origin().filter(origins::contains).isPresent())
                .toList();
        move(cameFromThere, to);
        return tally(cameFromThere);
    }

    private int move(List<PostRow> posts, IncidentId to) {
        for (PostRow row : posts) {
            Link link =
                    new Link(Optional.of(to), row.link().origin(), row.link().answer());
            rows.put(row.id(), next(row, row.content(), link));
        }
        return posts.size();
    }

    @Override
    public PostTally tally(IncidentId incident) {
        return tally(byIncident.listOf(incident));
    }

    @Override
    public int authors(IncidentId incident) {
        return (int) byIncident.listOf(incident).stream()
                .flatMap(row -> row.facts().author().stream())
                .distinct()
                .count();
    }

    /** Counts posts in the order of their publication. */
    private static PostTally tally(List<PostRow> posts) {
        int awaiting = (int) posts.stream()
                .filter(row -> row.link().answer() == AnswerState.AWAITING)
                .count();
        Optional<Instant> last = posts.isEmpty()
                ? Optional.empty()
                : Optional.of(posts.get(posts.size() - 1).facts().publishedAt());
        return new PostTally(posts.size(), awaiting, last);
    }

    @Override
    public List<SignalCount> countSignals(Instant from, Instant before) {
        List<SignalCount> counts = new ArrayList<>();
        for (SignalState state : SignalState.values()) {
            Map<NetworkId, Long> perNetwork = new TreeMap<>();
            for (Map.Entry<Placed<PostId>, PostRow> entry : byState.of(state).entrySet()) {
                Instant at = entry.getKey().at();
                if (!at.isBefore(from) && at.isBefore(before)) {
                    perNetwork.merge(entry.getValue().id().network(), 1L, Long::sum);
                }
            }
            perNetwork.forEach((network, posts) -> counts.add(new SignalCount(network, state, posts)));
        }
        return List.copyOf(counts);
    }

    /** Erases contents and revisions of an author; returns how many rows lost their text. */
    int erase(Pseudonym author) {
        int erased = 0;
        for (PostRow row : byAuthor.listOf(author)) {
            erased += eraseContent(row) + eraseRevisions(row.id());
        }
        return erased;
    }

    private int eraseContent(PostRow row) {
        if (row.content().isEmpty()) {
            return 0;
        }
        rows.put(row.id(), next(row, Optional.empty(), row.link()));
        return 1;
    }

    private int eraseRevisions(PostId id) {
        int erased = 0;
        for (PostRevision revision : revisions(id)) {
            if (revision.text().isPresent()) {
                revisions.put(new RevisionKey(id, revision.number()), withoutText(revision));
                erased++;
            }
        }
        return erased;
    }

    private static PostRevision withoutText(PostRevision revision) {
        return new PostRevision(
                revision.number(), revision.kind(), revision.at(), revision.contentHash(), Optional.empty());
    }
}
