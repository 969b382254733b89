package org.otklik.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Locator;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StorageException;
import org.otklik.testkit.regions.MiniRegion;

/** A process with a desk and a clock of its own, which dies and starts anew over the one storage. For one thread. */
final class Node {

    static final PseudonymKey KEY = PseudonymKey.of("a key for tests, which is no secret");
    static final Region REGION = MiniRegion.load();

    /** Made once for many desks, since both are immutable. */
    private static final Classifier CLASSIFIER = RuleClassifier.of(REGION.lexicon(), REGION.topics());

    private static final Locator LOCATOR = GazetteerLocator.of(REGION.gazetteer());

    private final String name;
    private final World world;
    private final Saboteur saboteur;
    private final InstantSource clock;
    private final IntConsumer interlude;
    private Optional<IncidentDesk> desk = Optional.empty();
    private Life life;
    private boolean busy;
    private int deaths;

    Node(String name, World world, Saboteur saboteur, Duration ahead, IntConsumer interlude) {
        this.name = name;
        this.world = world;
        this.saboteur = saboteur;
        this.interlude = interlude;
        this.clock = () -> world.time.instant().plus(ahead);
        this.life = new Life(name, world, interlude);
    }

    boolean isBusy() {
        return busy;
    }

    int deaths() {
        return deaths;
    }

    InstantSource clock() {
        return clock;
    }

    /** Kills the node where it stands. */
    void kill() {
        life.end();
        desk = Optional.empty();
    }

    /** Lets the desk do something; a dead one is started first. */
    void act(String what, Consumer<IncidentDesk> action) {
        world.dice.note(name + " " + what);
        busy = true;
        try {
            action.accept(desk());
        } catch (Killed killed) {
            deaths++;
            desk = Optional.empty();
        } catch (StorageException trouble) {
            world.dice.note(name + " gives up: " + trouble.getMessage());
        } finally {
            busy = false;
        }
    }

    private IncidentDesk desk() {
        if (desk.isEmpty()) {
            life = new Life(name, world, interlude);
            desk = Optional.of(open());
        }
        return desk.get();
    }

    private IncidentDesk open() {
        Storage storage = saboteur.under(new FaultyStorage(life, world.storage));
        return open(storage, clock, world, saboteur.line(life, world), name);
    }

    static IncidentDesk open(Storage storage, InstantSource clock, World world, FaultyLine line, String name) {
        return IncidentDesk.builder(REGION, storage, KEY)
                .network(line)
                .classifier(CLASSIFIER)
                .locator(LOCATOR)
                .slaPolicy(Clerks.TERMS)
                .limits(DeskLimits.standard().withPage(5).withBatch(10))
                .time(clock)
                .random(world.dice.another())
                .node(name)
                .build();
    }
}
