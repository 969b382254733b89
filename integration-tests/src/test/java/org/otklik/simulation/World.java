package org.otklik.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.SourceId;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** What outlives every node: time, storage, network and citizens. For one thread. */
final class World {

    static final Instant MORNING = Instant.parse("2026-11-19T06:00:00Z");
    static final String HOOKS = "hooks";
    private static final int TROUBLED_CALLS = 15;
    private static final Set<PublicationState> MOVING =
            EnumSet.of(PublicationState.READY, PublicationState.RETRY, PublicationState.CLAIMED, PublicationState.SENT);
    private static final List<String> COMPLAINTS = List.of(
            "В Заречинске на дороге у вокзала яма, машины бьются каждый день",
            "В Лугограде врач не пришёл в поликлинику, почему",
            "В Заречинске у дома не убран снег, пройти нельзя");

    /** How a network lets a doubtful reply be cleared up. */
    enum Proof {
        KEY,
        READ_BACK,
        NONE
    }

    final Dice dice;
    final Proof proof;
    final SettableClock time = SettableClock.startingAt(MORNING);
    final InMemoryStorage storage = InMemoryStorage.create(time);
    final InMemoryNetwork network;
    final Map<PostId, Post> sentByWebhook = new HashMap<>();
    final List<PostId> unacknowledged = new ArrayList<>();
    final List<PostId> acknowledged = new ArrayList<>();
    private final NavigableMap<Instant, List<Runnable>> underWay = new TreeMap<>();
    private final List<Instant> sendBefore = new ArrayList<>();
    private final SourceId hooks;
    private int posts;
    private boolean healed;

    World(Dice dice) {
        this.dice = dice;
        proof = dice.pick(List.of(Proof.values()));
        network = proof == Proof.KEY ? InMemoryNetwork.idempotent("vk") : InMemoryNetwork.named("vk");
        network.source("official", HOOKS);
        network.attach(InMemoryContext.of(time));
        network.faults()
                .bySeed(
                        dice.another().nextLong(),
                        TROUBLED_CALLS,
                        Set.of(
                                Fault.TIMEOUT_AFTER_APPLYING,
                                Fault.TIMEOUT_BEFORE_APPLYING,
                                Fault.RATE_LIMIT,
                                Fault.DUPLICATE_TEXT,
                                Fault.POLL_FAILS,
                                Fault.POLL_TWICE,
                                Fault.POLL_OUT_OF_ORDER,
                                Fault.LOOKUP_FAILS));
        hooks = network.sources().get(1);
    }

    /** From here on nothing goes wrong any more. */
    void heal() {
        healed = true;
        network.faults().heal();
    }

    boolean isHealed() {
        return healed;
    }

    /** A citizen writes where the desk polls. */
    void write() {
        network.add(post());
    }

    /** A citizen writes where the network calls the desk. */
    void writeToWebhook() {
        Post post = post();
        network.add(hooks, post);
        sentByWebhook.put(post.id(), post);
        unacknowledged.add(post.id());
    }

    private Post post() {
        posts++;
        String text = dice.pick(COMPLAINTS) + (dice.oneIn(3) ? "!" : ", дом " + posts + "?");
        return Post.builder(PostId.of("vk", "p" + posts), time.instant())
                .text(text)
                .author(AuthorRef.of("vk", "author-" + posts % 7))
                .build();
    }

    /** Time goes on, and what was under way arrives; but a call that is being made is made within its time. */
    void wait(Duration length) {
        Instant until = time.instant().plus(length);
        Optional<Instant> first = sendBefore.stream().min(Instant::compareTo);
        if (first.isPresent() && first.get().isBefore(until)) {
            until = first.get();
        }
        while (!underWay.isEmpty() && !underWay.firstKey().isAfter(until)) {
            Map.Entry<Instant, List<Runnable>> next = underWay.pollFirstEntry();
            time.at(next.getKey());
            next.getValue().forEach(Runnable::run);
        }
        time.at(until);
        dice.note("it is " + until);
    }

    void later(Duration delay, Runnable arrival) {
        underWay.computeIfAbsent(time.instant().plus(delay), fresh -> new ArrayList<>())
                .add(arrival);
    }

    /** Bounds how long a call may take to leave; without a key nothing else keeps it from leaving too late. */
    void within(Duration bound, Runnable before) {
        Instant latest = time.instant().plus(bound);
        sendBefore.add(latest);
        try {
            before.run();
        } finally {
            sendBefore.remove(latest);
        }
    }

    /** Tells whether everything arrived and nothing is under way any more. */
    boolean isQuiet() {
        return unacknowledged.isEmpty()
                && underWay.isEmpty()
                && absent().isEmpty()
                && storage.transact(unit -> unit.posts().captured() == 0
                        && MOVING.stream().noneMatch(state -> unit.outbox().count(state) > 0)
                        && (proof == Proof.NONE || unit.outbox().count(PublicationState.UNKNOWN) == 0));
    }

    private List<PostId> absent() {
        List<PostId> all = IntStream.rangeClosed(1, posts)
                .mapToObj(number -> PostId.of("vk", "p" + number))
                .toList();
        Set<PostId> stored = storage.transact(unit -> unit.posts().find(all)).keySet();
        return all.stream().filter(post -> !stored.contains(post)).toList();
    }

    void check(List<String> wrongs) {
        for (PostId post : absent()) {
            if (acknowledged.contains(post)) {
                wrongs.add("the network was told that " + post + " is taken, and it is not stored");
            } else if (!sentByWebhook.containsKey(post)) {
                wrongs.add(post + " was read past and is not stored");
            }
        }
    }
}
