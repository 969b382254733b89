package org.otklik.internal.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.otklik.Events;
import org.otklik.Health;
import org.otklik.IncidentDesk;
import org.otklik.Incidents;
import org.otklik.Instructions;
import org.otklik.ManualPost;
import org.otklik.NotifyReport;
import org.otklik.PastIncidents;
import org.otklik.PollReport;
import org.otklik.Privacy;
import org.otklik.PublishReport;
import org.otklik.Publishing;
import org.otklik.Region;
import org.otklik.Replies;
import org.otklik.Reports;
import org.otklik.Review;
import org.otklik.SweepReport;
import org.otklik.Understanding;
import org.otklik.Webhooks;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.internal.decide.Decider;
import org.otklik.internal.decide.DecisionCount;
import org.otklik.internal.decide.IndexFollower;
import org.otklik.internal.decide.Understander;
import org.otklik.internal.feed.DefaultEvents;
import org.otklik.internal.health.AccountWatch;
import org.otklik.internal.health.DefaultHealth;
import org.otklik.internal.history.DefaultPastIncidents;
import org.otklik.internal.incident.DefaultIncidents;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.instruction.DefaultInstructions;
import org.otklik.internal.intake.CaptureCount;
import org.otklik.internal.intake.DefaultWebhooks;
import org.otklik.internal.intake.Intake;
import org.otklik.internal.intake.ManualIntake;
import org.otklik.internal.intake.Poller;
import org.otklik.internal.notice.Teller;
import org.otklik.internal.privacy.DefaultPrivacy;
import org.otklik.internal.publish.Publisher;
import org.otklik.internal.publish.Switches;
import org.otklik.internal.reply.DefaultReplies;
import org.otklik.internal.report.DefaultReports;
import org.otklik.internal.review.DefaultReview;
import org.otklik.internal.sweep.SlaSweeper;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** Hands out the services and the four steps; holds no logic of its own. */
final class DefaultDesk implements IncidentDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final Understander understander;
    private final IndexFollower follower;
    private final Poller poller;
    private final Decider decider;
    private final Publisher publisher;
    private final SlaSweeper sweeper;
    private final Teller teller;
    private final ManualIntake manualIntake;
    private final Incidents incidents;
    private final Replies replies;
    private final Publishing publishing;
    private final Instructions instructions;
    private final Review review;
    private final Reports reports;
    private final Events events;
    private final PastIncidents pastIncidents;
    private final Webhooks webhooks;
    private final Privacy privacy;
    private final Health health;
    private final Ticking ticking;

    DefaultDesk(Sessions sessions) {
        this.sessions = sessions;
        Intake intake = new Intake(sessions.parts());
        AccountWatch watch = new AccountWatch(sessions);
        IncidentCommands commands = new IncidentCommands(sessions);
        understander = new Understander(sessions.parts());
        poller = new Poller(sessions, intake, watch);
        follower = new IndexFollower(sessions, understander);
        decider = new Decider(sessions, understander, follower);
        publisher = new Publisher(sessions, watch);
        sweeper = new SlaSweeper(sessions);
        teller = new Teller(sessions);
        manualIntake = new ManualIntake(sessions, intake);
        incidents = new DefaultIncidents(commands);
        replies = new DefaultReplies(commands);
        publishing = new Switches(sessions);
        instructions = new DefaultInstructions(sessions);
        review = new DefaultReview(commands, understander, follower);
        reports = new DefaultReports(sessions);
        events = new DefaultEvents(sessions);
        pastIncidents = new DefaultPastIncidents(sessions);
        webhooks = new DefaultWebhooks(sessions, intake, watch);
        privacy = new DefaultPrivacy(sessions);
        health = new DefaultHealth(sessions);
        ticking = new Ticking(PATIENCE);
    }

    IndexFollower follower() {
        return follower;
    }

    @Override
    public PollReport poll() {
        List<PollReport.Failure> failures = new ArrayList<>();
        CaptureCount captured = poller.poll(failures);
        DecisionCount decided = decider.decide(failures);
        long waiting =
                sessions.run(Actor.system(), session -> session.stores().posts().captured());
        return new PollReport(
                captured.captured(),
                captured.seen(),
                captured.revised(),
                captured.deleted(),
                decided.registered(),
                decided.attached(),
                decided.toReview(),
                decided.dismissed(),
                decided.handedOver(),
                waiting,
                failures);
    }

    @Override
    public PublishReport publishDue() {
        return publisher.publishDue();
    }

    @Override
    public SweepReport sweepDeadlines() {
        return sweeper.sweep();
    }

    @Override
    public NotifyReport notifyDue() {
        return teller.tellDue();
    }

    @Override
    public void start(ScheduledExecutorService executor) {
        List<Runnable> steps = new ArrayList<>(List.of(this::poll, this::sweepDeadlines, this::notifyDue));
        publisher.lanes().forEach(lane -> steps.add(() -> publisher.publishDue(lane)));
        ticking.start(executor, steps);
    }

    @Override
    public Result<PostId> register(Actor actor, ManualPost post) {
        return manualIntake.register(actor, post);
    }

    @Override
    public Understanding understand(Post post) {
        return understander.understand(post);
    }

    @Override
    public Region region() {
        return sessions.parts().region();
    }

    @Override
    public Incidents incidents() {
        return incidents;
    }

    @Override
    public Replies replies() {
        return replies;
    }

    @Override
    public Publishing publishing() {
        return publishing;
    }

    @Override
    public Instructions instructions() {
        return instructions;
    }

    @Override
    public Review review() {
        return review;
    }

    @Override
    public Reports reports() {
        return reports;
    }

    @Override
    public PastIncidents pastIncidents() {
        return pastIncidents;
    }

    @Override
    public Events events() {
        return events;
    }

    @Override
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public Privacy privacy() {
        return privacy;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        ticking.stop();
    }
}
