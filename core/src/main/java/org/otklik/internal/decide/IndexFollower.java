package org.otklik.internal.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of similar posts in step with the committed sequence of all nodes, and fills it when a desk is opened;
 * thread-safe.
 *
 * <p>The sequence only says what moved; what counts is how post and incident stand now. So it does not matter how far
 * behind a node is, or that it reads an event twice. What this node decided itself it knows already and passes over.
 */
public final class IndexFollower {

    private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

    private static final int PAGE = 1_000;
    private static final int PAGES_A_STEP = 20;
    private static final long FARTHEST_BACK = 500_000;
    private static final int MOST_OF_ONE_INCIDENT = 32;

    private final Sessions sessions;
    private final Understander understander;
    private final ContextReader context;
    private final Set<String> arrivals;
    private final Set<String> departures;
    private final Set<String> turns;
    private final Set<PostId> own = new HashSet<>();
    private long sequence;

    /** Creates the follower of a desk, which begins with what is committed from now on. */
    public IndexFollower(Sessions sessions, Understander understander) {
        this.sessions = sessions;
        this.understander = understander;
        this.context = new ContextReader(parts());
        var signals = parts().signalEvents();
        var incidents = parts().incidentEvents();
        arrivals = Set.of(signals.type(SignalEvent.Promoted.class), signals.type(SignalEvent.Attached.class));
        departures = Set.of(signals.type(SignalEvent.Removed.class), signals.type(SignalEvent.Erased.class));
        turns = Set.of(
                incidents.type(IncidentEvent.Closed.class),
                incidents.type(IncidentEvent.Rejected.class),
                incidents.type(IncidentEvent.Reopened.class),
                incidents.type(IncidentEvent.Restored.class),
                incidents.type(IncidentEvent.Unmerged.class));
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    private SimilarityIndex index() {
        return parts().similarity();
    }

    /** Fills the index with what happened within its window, or as much of it as a start may take. */
    public synchronized void rebuild() {
        Instant from = parts().now().minus(index().window());
        sequence = sessions.run(Actor.system(), session -> firstSince(session, from));
        while (readPage()) {
            log.debug("Similar posts are remembered up to event {}.", sequence);
        }
    }

    /** Events are committed nearly in the order of their times, so halving finds the first of a time. */
    private static long firstSince(Session session, Instant from) {
        long high = session.stores().events().last();
        long low = Math.max(0, high - FARTHEST_BACK);
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<SequencedEvent> next = session.stores().events().after(middle, 1);
            if (next.isEmpty() || !next.get(0).event().at().isBefore(from)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Takes up what all nodes committed since, as much as one step may take; forgets what is too old. */
    public synchronized void follow() {
        int pages = 0;
        while (pages < PAGES_A_STEP && readPage()) {
            pages++;
        }
        index().evictBefore(parts().now().minus(index().window()));
    }

    /** Remembers what this node decided itself, after the commit. */
    synchronized void learn(List<Decisions.Learned> decided) {
        for (Decisions.Learned one : decided) {
            index().insert(one.incident(), one.post());
            own.add(one.post().id());
        }
    }

    /** Reads a page; true if there may be another. */
    private boolean readPage() {
        Page page = sessions.run(Actor.system(), session -> {
            List<SequencedEvent> events = session.stores().events().after(sequence, PAGE);
            return read(session, events);
        });
        page.gone().forEach(index()::forget);
        page.present().forEach(this::insert);
        page.over().forEach(index()::remove);
        if (page.events() > 0) {
            own.removeAll(page.own());
            sequence = page.last();
        }
        return page.events() == PAGE;
    }

    /**
     * What a page of the sequence comes to.
     *
     * @param events how many events it had
     * @param last the sequence of the last
     * @param own posts that this node knows already
     * @param gone posts that were deleted or erased
     * @param over incidents that take no posts any more
     * @param present posts to remember
     */
    private record Page(
            int events, long last, Set<PostId> own, Set<PostId> gone, Set<IncidentId> over, List<Waiting> present) {}

    private Page read(Session session, List<SequencedEvent> events) {
        Set<PostId> known = new HashSet<>();
        Set<PostId> posts = new LinkedHashSet<>();
        Set<IncidentId> turned = new LinkedHashSet<>();
        for (SequencedEvent one : events) {
            EventRow event = one.event();
            if (arrivals.contains(event.type())) {
                PostId post = postOf(event.stream());
                (own.contains(post) ? known : posts).add(post);
            } else if (departures.contains(event.type())) {
                posts.add(postOf(event.stream()));
            } else if (turns.contains(event.type())) {
                turned.add(IncidentId.of(event.stream().id()));
            }
        }
        long last = events.isEmpty() ? sequence : events.get(events.size() - 1).sequence();
        return standing(session, events.size(), last, known, posts, turned);
    }

    private Page standing(
            Session session, int events, long last, Set<PostId> known, Set<PostId> posts, Set<IncidentId> turned) {
        Map<PostId, PostRow> rows =
                posts.isEmpty() ? Map.of() : session.stores().posts().find(posts);
        List<PostRow> present = new ArrayList<>();
        Set<PostId> gone = new HashSet<>();
        for (PostId post : posts) {
            PostRow row = rows.get(post);
            if (row != null && isPresent(row)) {
                present.add(row);
            } else {
                gone.add(post);
            }
        }
        Set<IncidentId> over = new HashSet<>();
        for (IncidentId incident : turned) {
            if (takesPosts(session, incident)) {
                session.stores().posts().ofIncident(incident, Set.of(), Optional.empty(), MOST_OF_ONE_INCIDENT).stream()
                        .filter(IndexFollower::isPresent)
                        .forEach(present::add);
            } else {
                over.add(incident);
            }
        }
        return new Page(events, last, known, gone, over, inContext(session, present));
    }

    private static boolean isPresent(PostRow row) {
        return row.content().isPresent() && row.link().incident().isPresent();
    }

    private static boolean takesPosts(Session session, IncidentId incident) {
        return OpenIncident.find(session, incident)
                .filter(open -> TransitionTable.allows(open.incident().state(), Operation.ATTACH))
                .isPresent();
    }

    private List<Waiting> inContext(Session session, List<PostRow> rows) {
        return rows.isEmpty()
                ? List.of()
                : context.read(
                        session,
                        rows.stream().map(row -> new ClaimedPost(row, 1)).toList());
    }

    private void insert(Waiting post) {
        understander
                .tryToUnderstand(post.post())
                .ifPresent(
                        meaning -> index().insert(post.row().link().incident().orElseThrow(), meaning.fingerprint()));
    }

    private static PostId postOf(StreamId stream) {
        int colon = stream.id().indexOf(':');
        return new PostId(
                NetworkId.of(stream.id().substring(0, colon)), stream.id().substring(colon + 1));
    }
}
