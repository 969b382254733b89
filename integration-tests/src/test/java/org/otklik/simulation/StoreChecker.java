package org.otklik.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.otklik.IncidentDesk;
import org.otklik.Region;
import org.otklik.id.DraftId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.codec.EventCodec;
import org.otklik.internal.codec.Json;
import org.otklik.post.NetworkId;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.report.Report;
import org.otklik.report.ReportFrame;
import org.otklik.report.ReportNames;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportTally;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;

/**
 * What must hold of a storage after whatever happened to the nodes over it, told from its journal alone. For one thread.
 */
public final class StoreChecker {

    private static final int PAGE = 1_000;

    private final IncidentDesk desk;
    private final Storage storage;
    private final Instant now;
    private final List<String> wrongs;
    private final List<SequencedEvent> journal = new ArrayList<>();
    private final Map<String, List<IncidentEvent>> histories = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    /**
     * Reads the journal.
     *
     * @param desk over the storage, for what only a desk tells
     * @param storage where nothing happens any more
     * @param now the desk's time
     * @param wrongs where to put what does not hold
     */
    public StoreChecker(IncidentDesk desk, Storage storage, Instant now, List<String> wrongs) {
        this.desk = desk;
        this.storage = storage;
        this.now = now;
        this.wrongs = wrongs;
        readJournal();
    }

    private void readJournal() {
        EventCodec<IncidentEvent> codec = new EventCodec<>(new Json(), IncidentEvent.class, "");
        List<SequencedEvent> page;
        do {
            long last = journal.isEmpty() ? 0 : journal.get(journal.size() - 1).sequence();
            page = ask(unit -> unit.events().after(last, PAGE));
            journal.addAll(page);
        } while (page.size() == PAGE);
        journal.stream()
                .map(SequencedEvent::event)
                .filter(event -> event.stream().kind() == StreamId.Kind.INCIDENT)
                .forEach(event -> histories
                        .computeIfAbsent(event.stream().id(), fresh -> new ArrayList<>())
                        .add(codec.read(event)));
        histories.forEach((id, events) -> incidents.put(id, Incident.fold(events)));
    }

    private <T> T ask(Function<UnitOfWork, T> question) {
        return storage.transact(question);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrongs.add(otherwise);
        }
    }

    /** The order is one, no stream has a gap, and the chain is whole. */
    public void checkJournal() {
        Map<StreamId, Long> versions = new HashMap<>();
        long sequence = 0;
        for (SequencedEvent one : journal) {
            EventRow event = one.event();
            require(one.sequence() > sequence, "the journal goes back at " + one);
            long version = versions.merge(event.stream(), 1L, Long::sum);
            require(event.version() == version, event.stream() + " has " + event.version() + " as event " + version);
            sequence = one.sequence();
        }
        String broken = desk.privacy().verifyChain(Clerks.AUDITOR).orThrow();
        require(broken.isEmpty(), "the chain is broken: " + broken);
    }

    /** Each snapshot is the fold of its history, its posts are counted right, and its deadlines were told. */
    public void checkIncidents() {
        for (Incident folded : incidents.values()) {
            Incident snapshot = desk.incidents().get(Clerks.COORDINATOR, folded.id());
            require(folded.with(snapshot.posts()).equals(snapshot), folded + " is not the fold of its history");
            int posts = posts(folded).size();
            require(posts == snapshot.posts().total(), folded + " has " + posts + " posts, not " + snapshot.posts());
        }
        checkDeadlines();
    }

    /** Each deadline that has come was told once. */
    public void checkDeadlines() {
        incidents.values().forEach(this::checkDeadlines);
    }

    /** Counts what was told of deadlines, such as {@link ClockEvent.Breached}. */
    public long told(Class<? extends ClockEvent> what) {
        return histories.values().stream()
                .flatMap(List::stream)
                .filter(IncidentEvent.ClockChanged.class::isInstance)
                .map(event -> ((IncidentEvent.ClockChanged) event).change())
                .filter(what::isInstance)
                .count();
    }

    private List<PostRow> posts(Incident incident) {
        return ask(unit -> unit.posts().ofIncident(incident.id(), Set.of(), Optional.empty(), PAGE));
    }

    private void checkDeadlines(Incident incident) {
        Set<String> told = new HashSet<>();
        Map<ClockName, Integer> rounds = new HashMap<>();
        for (IncidentEvent event : histories.get(incident.id().value())) {
            if (event instanceof IncidentEvent.ClockChanged changed) {
                ClockEvent change = changed.change();
                if (change instanceof ClockEvent.Started || change instanceof ClockEvent.Retargeted) {
                    rounds.merge(change.clock(), 1, Integer::sum);
                } else if (change instanceof ClockEvent.Warned || change instanceof ClockEvent.Breached) {
                    String what = change.getClass().getSimpleName() + rounds.get(change.clock()) + change.clock();
                    require(told.add(what), incident + " was told twice of " + change);
                    require(!change.at().isAfter(now), incident + " was told before its time of " + change);
                }
            }
        }
        incident.clocks().live().stream()
                .flatMap(clock -> clock.due(now, desk.region().calendars().calendarOf(clock)).stream())
                .forEach(due -> wrongs.add(incident + " was never told of " + due));
    }

    /**
     * Each approved reply stands in the network once and is recorded so once.
     *
     * @param copies how often the network shows the reply of an incident
     * @param approved drafts whose approval was confirmed to the approver
     * @param provable whether the network has a key or can be looked into; else a reply may stay unknown
     */
    public void checkReplies(
            ToLongBiFunction<Incident, Publication> copies, Collection<DraftId> approved, boolean provable) {
        Set<DraftId> queued = new HashSet<>();
        for (Incident incident : incidents.values()) {
            for (Publication publication : incident.publications()) {
                queued.add(publication.draft());
                checkReply(incident, publication, copies.applyAsLong(incident, publication), provable);
            }
        }
        approved.stream()
                .filter(draft -> !queued.contains(draft))
                .forEach(draft -> wrongs.add("the approval of " + draft + " was confirmed and is not stored"));
    }

    private void checkReply(Incident incident, Publication publication, long copies, boolean provable) {
        String what = publication + " of " + incident.number() + " has " + copies + " copies";
        boolean unknown = publication.state() == PublicationState.UNKNOWN && !provable;
        require(copies == 1 || (unknown && copies == 0), what);
        require(publication.state().wasSent() || unknown, what + " and ended as " + publication.state());
        long sent = histories.get(incident.id().value()).stream()
                .filter(IncidentEvent.PublicationSent.class::isInstance)
                .map(IncidentEvent.PublicationSent.class::cast)
                .filter(event -> event.publication().equals(publication.id()))
                .count();
        require(sent <= 1, what + " and was recorded as sent " + sent + " times");
    }

    /** Nothing is claimed for ever, and no post waits. */
    public void checkQueues() {
        long claimed = ask(unit -> unit.outbox().count(PublicationState.CLAIMED));
        require(claimed == 0, claimed + " replies are claimed for ever");
        long waiting = ask(unit -> unit.posts().captured());
        require(waiting == 0, waiting + " posts wait for ever");
    }

    /**
     * The report says what the journal and the rows of posts say.
     *
     * @param asOf not before the last event
     */
    public void checkReport(Instant asOf) {
        ReportPeriod period = new ReportPeriod(asOf.minus(Duration.ofDays(60)), asOf.plusSeconds(1));
        Report told = desk.reports().report(Clerks.AUDITOR, period, asOf).orThrow();
        Region region = desk.region();
        ReportTally tally = ReportTally.begin(
                ReportFrame.of(
                        period,
                        now,
                        region.zone(),
                        region.version(),
                        region.lexicon().version()),
                new ReportNames(region.topics(), region.bodies(), region.gazetteer(), region.networkNames()),
                region.calendars());
        incidents
                .values()
                .forEach(incident -> tally.add(incident, posts(incident).size()));
        signals().forEach((state, posts) -> tally.add(NetworkId.of("vk"), state.name(), posts));
        Report truth = tally.finish();
        require(told.incidents().equals(truth.incidents()), told.incidents() + " should be " + truth.incidents());
        require(told.signals().equals(truth.signals()), told.signals() + " should be " + truth.signals());
        require(told.compliance().equals(truth.compliance()), told.compliance() + " should be " + truth.compliance());
        require(told.work().equals(truth.work()), told.work() + " should be " + truth.work());
        require(told.activity().equals(truth.activity()), told.activity() + " should be " + truth.activity());
    }

    private Map<SignalState, Long> signals() {
        return List.of(SignalState.values()).stream()
                .map(state -> Map.entry(state, count(state)))
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long count(SignalState state) {
        long count = 0;
        List<PostRow> page = List.of();
        do {
            Optional<PostRow> after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            page = ask(unit -> unit.posts().inState(state, after, PAGE));
            count += page.size();
        } while (page.size() == PAGE);
        return count;
    }
}
