package org.otklik.examples.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.otklik.DeskBuilder;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.PublishReport;
import org.otklik.Region;
import org.otklik.examples.demo.network.DemoNetwork;
import org.otklik.examples.demo.network.NetworkJournal;
import org.otklik.examples.demo.people.Approver;
import org.otklik.examples.demo.people.Controller;
import org.otklik.examples.demo.people.Coordinator;
import org.otklik.examples.demo.people.Executor;
import org.otklik.examples.demo.people.Governor;
import org.otklik.examples.demo.people.Moderator;
import org.otklik.examples.demo.people.Official;
import org.otklik.examples.demo.people.Orders;
import org.otklik.examples.demo.people.Person;
import org.otklik.examples.demo.people.Staff;
import org.otklik.examples.demo.posts.Timeline;
import org.otklik.spi.storage.Storage;

/** Plays the day step by step: the desk reads, people work, the desk publishes and watches its clocks. */
final class DemoDay {

    /** Short, since the day passes in seconds; longer than any call of a network that lives in memory. */
    static final Duration LEASE = Duration.ofSeconds(2);

    private final DayPlan plan;
    private final StoredClock clock;
    private final Timeline timeline;
    private final NetworkJournal journal;
    private final Duration latency;

    DemoDay(DayPlan plan, StoredClock clock, Timeline timeline, NetworkJournal journal, Duration latency) {
        this.plan = plan;
        this.clock = clock;
        this.timeline = timeline;
        this.journal = journal;
        this.latency = latency;
    }

    IncidentDesk open(Region region, Storage storage) {
        // A secret in a program is none; a real host takes it from its safe.
        DeskBuilder builder = IncidentDesk.builder(region, storage, PseudonymKey.of("demo-only, not a secret"))
                .time(clock.clock())
                .node("demo")
                .limits(DeskLimits.standard().withLease(LEASE));
        timeline.deliveries()
                .forEach((network, feed) ->
                        builder.network(new DemoNetwork(network, feed, journal, clock.clock(), latency)));
        return builder.build();
    }

    void play(IncidentDesk desk, PrintStream out) {
        desk.publishing().enable(Staff.COORDINATOR).orThrow();
        List<Person> people = people(desk);
        Progress progress = new Progress(out, plan.zone());
        Instant end = plan.endOfRunFrom(clock.now());
        while (clock.now().isBefore(end)) {
            step(desk, people, progress);
            clock.moveTo(plan.after(clock.now()));
            if (plan.isFullHour(clock.now())) {
                progress.hour(clock.now());
            }
        }
    }

    private List<Person> people(IncidentDesk desk) {
        Orders orders = Orders.of(desk);
        return List.of(
                new Moderator(desk, timeline.gold()),
                new Coordinator(desk, timeline.gold()),
                new Governor(desk, orders),
                new Executor(desk, orders),
                new Controller(desk, orders),
                new Approver(desk),
                new Official(desk));
    }

    private void step(IncidentDesk desk, List<Person> people, Progress progress) {
        PollReport poll = desk.poll();
        progress.count(poll);
        while (poll.captured() > 0 && poll.waiting() > 0) {
            poll = desk.poll();
            progress.count(poll);
        }
        Instant now = clock.now();
        people.forEach(person -> person.act(now));
        publish(desk, progress);
        progress.count(desk.sweepDeadlines());
    }

    private static void publish(IncidentDesk desk, Progress progress) {
        PublishReport report = desk.publishDue();
        while (!report.isIdle()) {
            progress.count(report);
            report = desk.publishDue();
        }
    }
}
