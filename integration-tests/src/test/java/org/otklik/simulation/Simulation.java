package org.otklik.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.ShownReply;

/**
 * One run of an office with three nodes over one storage, played by a seed in one thread.
 *
 * <p>Before and after every transaction and call to the network a node may die or stand still; while it stands still
 * others act and time goes on, also beyond its leases. What stands still goes on only when those that came later have
 * done their action or stand still themselves: so calls nest, and two nodes never go on by turns.
 */
final class Simulation {

    private static final int NODES = 3;
    private static final int ACTIONS = 120;
    private static final int DEEPEST = 2;
    private static final int MOST_ACTIONS = 4;
    private static final int MOST_TASKS = 5;
    private static final int DRAIN_ROUNDS = 40;
    private static final Duration LEASE_AND_QUIET = Duration.ofMinutes(6);
    private static final AccountId OFFICIAL = new AccountId(NetworkId.of("vk"), "official");

    private final long seed;
    private final Dice dice;
    private final World world;
    private final Saboteur saboteur;
    private final Random chance;
    private final Clerks clerks = new Clerks("");
    private final List<Node> nodes;
    private int depth;
    private boolean done;

    /**
     * What came of a run.
     *
     * @param seed that plays it again
     * @param proof how the network lets a doubtful reply be cleared up
     * @param steps how many points were passed at which a node could die
     * @param deaths how often one did
     * @param replies how many replies stand in the network
     * @param trace equal for two runs that did the same
     * @param wrongs what was promised and did not hold
     * @param end the last that was done
     */
    record Outcome(
            long seed,
            World.Proof proof,
            int steps,
            int deaths,
            int replies,
            long trace,
            List<String> wrongs,
            String end) {

        @Override
        public String toString() {
            return "seed " + seed + ", proof by " + proof + ": " + wrongs + "\n" + end;
        }
    }

    private Simulation(long seed, Saboteur saboteur) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.world = new World(dice);
        this.saboteur = saboteur;
        this.chance = dice.another();
        this.nodes = IntStream.range(0, NODES).mapToObj(this::node).toList();
    }

    private Node node(int number) {
        Duration ahead = Duration.ofSeconds(dice.below(120) - 60);
        return new Node("node" + number, world, saboteur, ahead, this::interlude);
    }

    /** Plays a seed. */
    static Outcome play(long seed, Saboteur saboteur) {
        return new Simulation(seed, saboteur).play();
    }

    private Outcome play() {
        nodes.get(0).act("opens", desk -> desk.publishing().enable(Clerks.COORDINATOR));
        for (int action = 0; action < ACTIONS; action++) {
            something();
        }
        drain();
        List<String> wrongs = check();
        int deaths = nodes.stream().mapToInt(Node::deaths).sum();
        int replies = world.network.replies().size();
        return new Outcome(seed, world.proof, dice.steps(), deaths, replies, dice.trace(), wrongs, dice.lastNotes());
    }

    /** While a node stands still, others act. */
    private void interlude(int oneIn) {
        if (depth == DEEPEST || !dice.oneIn(oneIn)) {
            return;
        }
        depth++;
        if (dice.oneIn(3)) {
            takeOver();
        } else {
            for (int actions = 1 + dice.below(MOST_ACTIONS); actions > 0; actions--) {
                something();
            }
        }
        depth--;
    }

    /** While a node stands still, its leases run out and others look after what it held. */
    private void takeOver() {
        for (int times = 1 + dice.below(4); times > 0; times--) {
            world.wait(LEASE_AND_QUIET);
            free().ifPresent(node -> node.act("publishes", IncidentDesk::publishDue));
        }
    }

    private void something() {
        switch (dice.below(24)) {
            case 0 -> world.write();
            case 1, 2 -> world.writeToWebhook();
            case 3, 4, 5 -> world.wait(Duration.ofSeconds(1 + dice.below(20)));
            case 6 -> world.wait(Duration.ofSeconds(60 + dice.below(300)));
            case 7 -> world.wait(Duration.ofMinutes(dice.below(200)));
            case 8 -> kill();
            default -> free().ifPresent(this::something);
        }
    }

    private void kill() {
        Node node = dice.pick(nodes);
        if (dice.oneIn(3)) {
            dice.note("somebody kills a node");
            node.kill();
        }
    }

    private Optional<Node> free() {
        List<Node> free = nodes.stream().filter(node -> !node.isBusy()).toList();
        return free.isEmpty() ? Optional.empty() : Optional.of(dice.pick(free));
    }

    private void something(Node node) {
        switch (dice.below(16)) {
            case 0, 1, 2 -> node.act("polls", IncidentDesk::poll);
            case 3, 4, 5, 6, 13 -> node.act("publishes", IncidentDesk::publishDue);
            case 7, 8 -> node.act("sweeps", IncidentDesk::sweepDeadlines);
            case 9, 10, 11 -> node.act("is called", this::call);
            case 12 -> node.act("closes", clerks::close);
            default -> node.act("is asked", this::work);
        }
    }

    private void work(IncidentDesk desk) {
        for (int tasks = 1 + dice.below(MOST_TASKS); tasks > 0; tasks--) {
            clerks.work(desk, chance);
        }
    }

    /** The network sends what it heard no answer for, and sometimes again what it did, in any order. */
    private void call(IncidentDesk desk) {
        List<PostId> posts = new ArrayList<>(world.unacknowledged);
        if (!world.acknowledged.isEmpty() && dice.oneIn(3)) {
            posts.add(dice.pick(world.acknowledged));
        }
        if (posts.isEmpty()) {
            return;
        }
        List<PostId> some = Stream.generate(() -> dice.pick(posts))
                .limit(1 + dice.below(3))
                .distinct()
                .toList();
        String body = some.stream().map(PostId::nativeId).collect(Collectors.joining(","));
        boolean lost = !world.isHealed() && dice.oneIn(6);
        saboteur.host(desk, OFFICIAL, request(body), () -> {
            if (!lost) {
                world.unacknowledged.removeAll(some);
                world.acknowledged.addAll(some);
            }
        });
    }

    private static WebhookRequest request(String body) {
        return WebhookRequest.of("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /** Nothing goes wrong any more, and everybody finishes what is to be finished. */
    private void drain() {
        world.heal();
        nodes.get(0).act("opens", desk -> desk.publishing().enable(Clerks.COORDINATOR));
        for (int round = 0; round < DRAIN_ROUNDS && !(done && world.isQuiet()); round++) {
            Node node = nodes.get(round % NODES);
            node.act("is called", this::call);
            node.act("polls", IncidentDesk::poll);
            node.act("is asked", desk -> done = !clerks.workAll(desk));
            node.act("publishes", IncidentDesk::publishDue);
            node.act("sweeps", IncidentDesk::sweepDeadlines);
            world.wait(LEASE_AND_QUIET);
        }
        nodes.get(0).act("sweeps", IncidentDesk::sweepDeadlines);
    }

    private List<String> check() {
        List<String> wrongs = new ArrayList<>();
        try (IncidentDesk desk = Node.open(
                world.storage,
                world.time,
                world,
                new FaultyLine(new Life("checker", world, oneIn -> {}), world),
                "checker")) {
            StoreChecker checker = new StoreChecker(desk, world.storage, world.time.instant(), wrongs);
            checker.checkJournal();
            checker.checkIncidents();
            Map<String, Long> copies = copies();
            checker.checkReplies(
                    (incident, publication) ->
                            copies.getOrDefault(publication.id().value(), 0L),
                    clerks.approved(),
                    world.proof != World.Proof.NONE);
            checker.checkQueues();
            checker.checkReport(world.time.instant());
            world.check(wrongs);
        }
        return wrongs;
    }

    private Map<String, Long> copies() {
        return world.network.replies().stream()
                .map(ShownReply::key)
                .collect(Collectors.groupingBy(Object::toString, Collectors.counting()));
    }
}
