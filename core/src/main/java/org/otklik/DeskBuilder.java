package org.otklik;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.otklik.access.Authorizer;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.cluster.NearDuplicateIndex;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Locator;
import org.otklik.reply.ReplyCheck;
import org.otklik.route.Router;
import org.otklik.sla.SlaPolicy;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.Notifier;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;
import org.otklik.spi.storage.Storage;

/** Collects what a desk is made of; for one thread. What is not set comes from the region pack. */
public final class DeskBuilder {

    private final Region region;
    private final Storage storage;
    private final PseudonymKey key;
    private final Function<DeskBuilder, IncidentDesk> factory;
    private final List<NetworkAdapter> networks = new ArrayList<>();
    private final List<DeskListener> listeners = new ArrayList<>();
    private @Nullable Classifier classifier;
    private @Nullable Locator locator;
    private @Nullable SimilarityIndex similarity;
    private @Nullable Router router;
    private @Nullable SlaPolicy slaPolicy;
    private Authorizer authorizer = Authorizer.byRole();
    private ReplyCheck replyCheck = ReplyCheck.standard();
    private @Nullable Notifier notifier;
    private SecretProvider secrets = SecretProvider.none();
    private Optional<InstantSource> time = Optional.empty();
    private RandomGenerator random = new SecureRandom();
    private DeskLimits limits = DeskLimits.standard();
    private Optional<String> node = Optional.empty();
    private @Nullable Supplier<WatchList> watchList;

    DeskBuilder(Region region, Storage storage, PseudonymKey key, Function<DeskBuilder, IncidentDesk> factory) {
        this.region = region;
        this.storage = storage;
        this.key = key;
        this.factory = factory;
    }

    /**
     * Adds a network.
     *
     * @param adapter one for each network
     * @return this builder
     */
    public DeskBuilder network(NetworkAdapter adapter) {
        networks.add(adapter);
        return this;
    }

    /**
     * Adds a listener to committed events.
     *
     * @param listener called after each commit, in the committing thread
     * @return this builder
     */
    public DeskBuilder listener(DeskListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Replaces the classifier.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder classifier(Classifier value) {
        classifier = value;
        return this;
    }

    /**
     * Replaces the locator.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder locator(Locator value) {
        locator = value;
        return this;
    }

    /**
     * Replaces the index of similar posts.
     *
     * @param value thread-safe, not shared with another desk
     * @return this builder
     */
    public DeskBuilder similarity(SimilarityIndex value) {
        similarity = value;
        return this;
    }

    /**
     * Replaces the router.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder router(Router value) {
        router = value;
        return this;
    }

    /**
     * Replaces the SLA policy.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder slaPolicy(SlaPolicy value) {
        slaPolicy = value;
        return this;
    }

    /**
     * Replaces the authorizer.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder authorizer(Authorizer value) {
        authorizer = value;
        return this;
    }

    /**
     * Replaces the check of replies.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder replyCheck(ReplyCheck value) {
        replyCheck = value;
        return this;
    }

    /**
     * Sets who hears what a person should know. Set it on every node of a storage or on none: a node without one keeps no
     * notices, and the others tell theirs for all.
     *
     * @param value called by one node at a time
     * @return this builder
     */
    public DeskBuilder notifier(Notifier value) {
        notifier = value;
        return this;
    }

    /**
     * Sets where adapters get tokens from.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder secrets(SecretProvider value) {
        secrets = value;
        return this;
    }

    /**
     * Sets a clock of this desk's own, such as that of a test. Without one the desk goes by the clock of the storage, which
     * all nodes share, so that a node whose clock is wrong tells no deadline early.
     *
     * @param value thread-safe
     * @return this builder
     */
    public DeskBuilder time(InstantSource value) {
        time = Optional.of(value);
        return this;
    }

    /**
     * Replaces the source of randomness, for repeatable runs.
     *
     * @param value a generator that threads may share
     * @return this builder
     */
    public DeskBuilder random(RandomGenerator value) {
        random = value;
        return this;
    }

    /**
     * Replaces the sizes and waits of the desk.
     *
     * @param value the limits
     * @return this builder
     */
    public DeskBuilder limits(DeskLimits value) {
        limits = value;
        return this;
    }

    /**
     * Replaces what is watched, which is otherwise the region pack's pages and queries.
     *
     * @param value thread-safe; asked again and again, so that a changed list works without a restart
     * @return this builder
     */
    public DeskBuilder watching(Supplier<WatchList> value) {
        watchList = value;
        return this;
    }

    /**
     * Names the node, for leases and the diary.
     *
     * @param name unique among the desks on one storage
     * @return this builder
     */
    public DeskBuilder node(String name) {
        node = Optional.of(name);
        return this;
    }

    /**
     * Opens the desk.
     *
     * @return the desk
     * @throws DeskException if parts do not fit together; all mistakes are named at once
     */
    public IncidentDesk build() {
        return factory.apply(this);
    }

    /**
     * Gives the region.
     *
     * @return as given
     */
    public Region region() {
        return region;
    }

    /**
     * Gives the storage.
     *
     * @return as given
     */
    public Storage storage() {
        return storage;
    }

    /**
     * Gives the secret for pseudonyms.
     *
     * @return as given
     */
    public PseudonymKey key() {
        return key;
    }

    /**
     * Lists the networks.
     *
     * @return in order of adding
     */
    public List<NetworkAdapter> networks() {
        return List.copyOf(networks);
    }

    /**
     * Lists the listeners.
     *
     * @return in order of adding
     */
    public List<DeskListener> listeners() {
        return List.copyOf(listeners);
    }

    /**
     * Gives what is watched.
     *
     * @return as set, or the region's pages and queries
     */
    public Supplier<WatchList> watchList() {
        return watchList != null ? watchList : region::watchList;
    }

    /**
     * Gives the classifier.
     *
     * @return as set, or rules of the region's lexicon
     */
    public Classifier classifier() {
        return classifier != null ? classifier : RuleClassifier.of(region.lexicon(), region.topics());
    }

    /**
     * Gives the locator.
     *
     * @return as set, or one over the region's gazetteer
     */
    public Locator locator() {
        return locator != null ? locator : GazetteerLocator.of(region.gazetteer(), region.zone());
    }

    /**
     * Gives the index of similar posts.
     *
     * @return as set, or a new one for copies and near-copies
     */
    public SimilarityIndex similarity() {
        return similarity != null ? similarity : NearDuplicateIndex.standard();
    }

    /**
     * Gives the router.
     *
     * @return as set, or the region's routing table
     */
    public Router router() {
        return router != null ? router : region.routingTable();
    }

    /**
     * Gives the SLA policy.
     *
     * @return as set, or the region's
     */
    public SlaPolicy slaPolicy() {
        return slaPolicy != null ? slaPolicy : region.slaPolicy();
    }

    /**
     * Gives the authorizer.
     *
     * @return as set, or the default by role
     */
    public Authorizer authorizer() {
        return authorizer;
    }

    /**
     * Gives the check of replies.
     *
     * @return as set, or the standard one
     */
    public ReplyCheck replyCheck() {
        return replyCheck;
    }

    /**
     * Gives the notifier.
     *
     * @return as set; empty when nobody is to hear anything
     */
    public Optional<Notifier> notifier() {
        return Optional.ofNullable(notifier);
    }

    /**
     * Gives the secrets.
     *
     * @return as set, or none
     */
    public SecretProvider secrets() {
        return secrets;
    }

    /**
     * Gives the clock of this desk's own.
     *
     * @return as set; empty to go by the clock of the storage
     */
    public Optional<InstantSource> time() {
        return time;
    }

    /**
     * Gives the randomness.
     *
     * @return as set, or a secure one
     */
    public RandomGenerator random() {
        return random;
    }

    /**
     * Gives sizes and waits.
     *
     * @return as set, or the standard ones
     */
    public DeskLimits limits() {
        return limits;
    }

    /**
     * Gives the node's name.
     *
     * @return as set; empty for a random one
     */
    public Optional<String> node() {
        return node;
    }
}
