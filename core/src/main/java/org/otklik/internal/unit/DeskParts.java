package org.otklik.internal.unit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.otklik.DeskBuilder;
import org.otklik.DeskLimits;
import org.otklik.DeskListener;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.access.Authorizer;
import org.otklik.classify.Classifier;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.id.TimeOrderedIds;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.codec.EventCodec;
import org.otklik.internal.codec.Json;
import org.otklik.place.Locator;
import org.otklik.post.NetworkId;
import org.otklik.reply.ReplyCheck;
import org.otklik.route.Router;
import org.otklik.sla.SlaPolicy;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.Notifier;
import org.otklik.spi.WatchList;
import org.otklik.spi.storage.Storage;

/** Everything a desk is made of, fixed when it was opened. */
public final class DeskParts {

    private final DeskBuilder made;
    private final Classifier classifier;
    private final Locator locator;
    private final SimilarityIndex similarity;
    private final Router router;
    private final SlaPolicy slaPolicy;
    private final Optional<SharedClock> sharedClock;
    private final InstantSource time;
    private final TimeOrderedIds ids;
    private final Supplier<WatchList> watchList;
    private final AskedSecrets secrets;
    private final String node;
    private final Map<NetworkId, NetworkAdapter> adapters = new HashMap<>();
    private final Json json = new Json();
    private final EventCodec<IncidentEvent> incidentEvents = new EventCodec<>(json, IncidentEvent.class, "");
    private final EventCodec<InstructionEvent> instructionEvents =
            new EventCodec<>(json, InstructionEvent.class, "instruction-");
    private final EventCodec<SignalEvent> signalEvents = new EventCodec<>(json, SignalEvent.class, "signal-");

    /**
     * Takes the parts of a builder.
     *
     * @param builder as the host filled it
     */
    public DeskParts(DeskBuilder builder) {
        made = builder;
        classifier = builder.classifier();
        locator = builder.locator();
        similarity = builder.similarity();
        router = builder.router();
        slaPolicy = builder.slaPolicy();
        watchList = builder.watchList();
        secrets = new AskedSecrets(builder.secrets());
        sharedClock = builder.time().isPresent() ? Optional.empty() : Optional.of(sharedClock(builder.storage()));
        time = builder.time().or(() -> sharedClock).orElseThrow();
        ids = new TimeOrderedIds(time, builder.random());
        node = builder.node().orElseGet(ids::next);
        builder.networks().forEach(adapter -> adapters.put(adapter.network(), adapter));
    }

    private static SharedClock sharedClock(Storage storage) {
        return new SharedClock(storage.leaseClock(), InstantSource.system(), System::nanoTime);
    }

    /** Gives the region. */
    public Region region() {
        return made.region();
    }

    /** Gives the storage. */
    public Storage storage() {
        return made.storage();
    }

    /** Gives the secret for pseudonyms. */
    public PseudonymKey key() {
        return made.key();
    }

    /** Gives the classifier. */
    public Classifier classifier() {
        return classifier;
    }

    /** Gives the locator. */
    public Locator locator() {
        return locator;
    }

    /** Gives the index of similar posts. */
    public SimilarityIndex similarity() {
        return similarity;
    }

    /** Gives the router. */
    public Router router() {
        return router;
    }

    /** Gives the SLA policy. */
    public SlaPolicy slaPolicy() {
        return slaPolicy;
    }

    /** Gives the authorizer. */
    public Authorizer authorizer() {
        return made.authorizer();
    }

    /** Gives the check of replies. */
    public ReplyCheck replyCheck() {
        return made.replyCheck();
    }

    /** Gives the notifier, if people are to hear anything. */
    public Optional<Notifier> notifier() {
        return made.notifier();
    }

    /** Gives the secrets of accounts, and which of them were asked for. */
    public AskedSecrets secrets() {
        return secrets;
    }

    /** Gives the listeners to committed events. */
    public List<DeskListener> listeners() {
        return made.listeners();
    }

    /** Gives sizes and waits. */
    public DeskLimits limits() {
        return made.limits();
    }

    /** Gives what adapters watch. */
    public Supplier<WatchList> watchList() {
        return watchList;
    }

    /** Gives the time source: the host's, or the storage's clock that all nodes share. */
    public InstantSource time() {
        return time;
    }

    /** Gives randomness, for adapters. */
    public RandomGenerator random() {
        return made.random();
    }

    /** Gives the name of this node. */
    public String node() {
        return node;
    }

    /** Gives the source of new ids. */
    public TimeOrderedIds ids() {
        return ids;
    }

    /** Gives the JSON configuration of stored values. */
    public Json json() {
        return json;
    }

    /** Gives the codec of incident events. */
    public EventCodec<IncidentEvent> incidentEvents() {
        return incidentEvents;
    }

    /** Gives the codec of instruction events. */
    public EventCodec<InstructionEvent> instructionEvents() {
        return instructionEvents;
    }

    /** Gives the codec of signal events. */
    public EventCodec<SignalEvent> signalEvents() {
        return signalEvents;
    }

    /** Lists the adapters in the order in which the host added them. */
    public List<NetworkAdapter> adapters() {
        return made.networks();
    }

    /** Finds the adapter of a network. */
    public Optional<NetworkAdapter> adapter(NetworkId network) {
        return Optional.ofNullable(adapters.get(network));
    }

    /** Tells the time, in whole microseconds as databases keep it. */
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Looks whether the time is still right; never within a transaction. */
    void refreshTime() {
        sharedClock.ifPresent(SharedClock::refresh);
    }

    /** Tells the region's day at an instant. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, region().zone());
    }
}
