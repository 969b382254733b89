package org.otklik.adapters.storm;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.otklik.AccountHealth;
import org.otklik.DeskBuilder;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.PublishReport;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Locator;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.Publication;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.WatchList;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** A whole desk of Ozyorny krai over some faked networks and a clock that the test sets; for one thread. */
final class StormTown implements AutoCloseable {

    static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";
    static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    static final Instant MORNING = Instant.parse("2026-11-19T06:00:00Z");
    private static final Region MINI = MiniRegion.load();
    private static final Classifier CLASSIFIER = RuleClassifier.of(MINI.lexicon(), MINI.topics());
    private static final Map<String, Region> REGIONS = new ConcurrentHashMap<>();
    private static final Locator LOCATOR = GazetteerLocator.of(MINI.gazetteer());

    final SettableClock clock;
    final StormSafe safe = new StormSafe();
    final List<PollReport.Failure> failures = new ArrayList<>();
    final Map<StormNetwork, Wiretap> wires = new HashMap<>();
    final List<StormNetwork> networks;
    final Storage storage;
    int captured;
    IncidentDesk desk;

    @SafeVarargs
    @SuppressWarnings("varargs")
    StormTown(Function<SettableClock, ? extends StormNetwork>... kinds) {
        this(SettableClock.startingAt(MORNING), List.of(kinds));
    }

    /** All networks in one desk. */
    static StormTown ofAll() {
        return new StormTown(SettableClock.startingAt(MORNING), Kinds.all());
    }

    private StormTown(SettableClock clock, List<? extends Function<SettableClock, ? extends StormNetwork>> kinds) {
        this(clock, InMemoryStorage.create(clock), kinds);
    }

    StormTown(
            SettableClock clock,
            Storage storage,
            List<? extends Function<SettableClock, ? extends StormNetwork>> kinds) {
        this.clock = clock;
        this.storage = storage;
        List<StormNetwork> all = new ArrayList<>();
        kinds.forEach(kind -> all.add(kind.apply(clock)));
        networks = List.copyOf(all);
        for (StormNetwork one : networks) {
            one.fill(safe);
            wires.put(one, new Wiretap(clock));
        }
        desk = desk(false, Optional.empty());
        desk.publishing().enable(COORDINATOR).orThrow();
        // A long poll begins with what comes after its first question.
        step();
    }

    StormNetwork network() {
        return networks.get(0);
    }

    Wiretap wire(StormNetwork network) {
        return wires.get(network);
    }

    /** The next process over the same storage. */
    void restart(boolean readOnly, Optional<URI> base) {
        desk.close();
        desk = desk(readOnly, base);
    }

    private IncidentDesk desk(boolean readOnly, Optional<URI> base) {
        DeskBuilder builder = IncidentDesk.builder(
                        region(), storage, PseudonymKey.of("a key for tests, which is no secret"))
                .secrets(safe)
                .watching(() -> new WatchList(
                        networks.stream().flatMap(one -> one.pages().stream()).toList(), List.of()))
                .classifier(CLASSIFIER)
                .locator(LOCATOR)
                .time(clock)
                .random(new Random(1));
        for (StormNetwork one : networks) {
            URI address = base.orElseGet(one.server()::address);
            builder.network(one.adapter(new StormNetwork.Wiring(address, wire(one), readOnly)));
        }
        return builder.build();
    }

    /** The invented region, in which the town speaks through our accounts. */
    private Region region() {
        StringBuilder lines = new StringBuilder("network,page,body,account,authorIds,mayReply,fallbackOrder,footnote");
        for (StormNetwork one : networks) {
            AccountId speaker = one.speaker();
            lines.append('\n').append(speaker.network().code()).append(",zarechinsk,adm-zarechinsk,");
            lines.append(speaker.name()).append(',').append(one.speakerId()).append(",yes,1,");
        }
        return REGIONS.computeIfAbsent(lines.append('\n').toString(), StormTown::region);
    }

    private static Region region(String accountsFile) {
        byte[] accounts = accountsFile.getBytes(StandardCharsets.UTF_8);
        PackSource mini = MiniRegion.source();
        return Region.load(PackSource.named(
                "mini",
                file -> file.equals("accounts.csv")
                        ? Optional.of(new ByteArrayInputStream(accounts))
                        : mini.open(file)));
    }

    /** One step of listening, after which a second is over. */
    PollReport step() {
        PollReport report = desk.poll();
        captured += report.captured();
        failures.addAll(report.failures());
        clock.advance(Duration.ofSeconds(1));
        return report;
    }

    void listen(int seconds) {
        for (int i = 0; i < seconds; i++) {
            step();
        }
    }

    PublishReport publish(Duration time) {
        PublishReport last = desk.publishDue();
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plusMinutes(1)) {
            clock.advance(Duration.ofMinutes(1));
            last = desk.publishDue();
        }
        return last;
    }

    boolean knows(PostId post) {
        return desk.review().view(MODERATOR, post).isDone();
    }

    List<Incident> incidents() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(1000)).lines().stream()
                .map(IncidentSummary::id)
                .map(id -> desk.incidents().get(COORDINATOR, id))
                .toList();
    }

    Incident only() {
        List<Incident> all = incidents();
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " incidents; failures: " + failures);
        }
        return all.get(0);
    }

    Publication publication() {
        return only().publications().get(0);
    }

    /** A citizen tells the speaker of a pit, and the town's answer is approved. */
    PostId approved(StormNetwork network) {
        PostId post = network.writeToSpeaker(PIT);
        listen(20);
        approve(only());
        return post;
    }

    void approve(Incident incident) {
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, draft.id(), submitted.hash()).orThrow();
    }

    AccountHealth health(AccountId account) {
        return desk.health().accounts(COORDINATOR).orThrow().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is known of the health of " + account));
    }

    @Override
    public void close() {
        desk.close();
        networks.forEach(StormNetwork::close);
    }
}
