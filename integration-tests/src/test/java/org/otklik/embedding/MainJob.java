package org.otklik.embedding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.otklik.IncidentDesk;
import org.otklik.Instructions;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** A host of its own: takes a post to an approved answer over H2, gives an instruction, prints what came of it. */
public final class MainJob {

    private static final Instant MORNING = Instant.parse("2026-11-19T06:00:00Z");
    private static final Actor COORDINATOR = Actor.of("petrova", Role.COORDINATOR);
    private static final Actor APPROVER = Actor.of("sidorov", Role.APPROVER);
    private static final Actor HEAD = Actor.of("head", Role.HEAD);

    private MainJob() {}

    /**
     * Does it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        SettableClock clock = SettableClock.startingAt(MORNING);
        InMemoryNetwork vk = InMemoryNetwork.named("vk").add(pothole(clock.instant()));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:main-job");
        Region samara = Region.fromResources(MainJob.class.getClassLoader(), "regions/samara");
        try (JdbcStorage storage = JdbcStorage.over(database).migrate();
                IncidentDesk desk = IncidentDesk.builder(samara, storage, PseudonymKey.of("sixteen bytes at least"))
                        .network(vk)
                        .time(clock)
                        .build()) {
            run(desk, clock, vk);
        }
    }

    private static Post pothole(Instant at) {
        return Post.builder(PostId.of("vk", "1"), at)
                .text("Тольятти, на улице Победы огромная яма, уже два колеса пробили. Когда заделают?")
                .author(AuthorRef.of("vk", "7", "Иван"))
                .build();
    }

    private static void run(IncidentDesk desk, SettableClock clock, InMemoryNetwork vk) {
        desk.publishing().enable(COORDINATOR).orThrow();
        say("poll failures", desk.poll().failures().size());
        Incident incident = desk.incidents()
                .get(
                        COORDINATOR,
                        desk.incidents()
                                .find(COORDINATOR, IncidentQuery.open())
                                .first()
                                .id());
        answer(desk, incident);
        say("sent", desk.publishDue().sent());
        clock.advance(Duration.ofMinutes(30));
        say("verified", desk.publishDue().verified());
        say("shown", vk.replies().size());
        instruct(desk, incident, clock.instant());
        say(
                "events",
                desk.incidents().history(COORDINATOR, incident.id()).orThrow().size() > 8);
        say("state", desk.incidents().get(COORDINATOR, incident.id()).state());
        say(
                "broken links of the chain",
                desk.privacy().verifyChain(COORDINATOR).orThrow().length());
        say("report lines", report(desk, clock.instant()).lines().count() > 10);
    }

    private static void answer(IncidentDesk desk, Incident incident) {
        Actor official = Actor.of("ivanov", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(official, incident.id()).orThrow();
        String text = "Здравствуйте! Яму на улице Победы заделают до 28 ноября, участок уже огородили.";
        Draft draft = desk.replies()
                .draft(official, ReplyRequest.finalTo(incident.id(), text))
                .orThrow();
        desk.replies().submit(official, draft.id()).orThrow();
        desk.replies().approve(APPROVER, draft.id(), draft.hash()).orThrow();
    }

    private static void instruct(IncidentDesk desk, Incident incident, Instant now) {
        Instructions.Order order = new Instructions.Order(
                "Проверить дорогу.",
                List.of(incident.lead().orElseThrow()),
                now.plus(Duration.ofDays(3)),
                List.of(incident.id()),
                Optional.empty());
        desk.instructions().issue(HEAD, order).orThrow();
        say("instructions", desk.instructions().about(HEAD, incident.id()).size());
    }

    private static String report(IncidentDesk desk, Instant now) {
        ReportPeriod day = new ReportPeriod(MORNING.minus(Duration.ofHours(6)), MORNING.plus(Duration.ofHours(18)));
        return ReportText.render(desk.reports().report(COORDINATOR, day, now).orThrow(), Locale.ROOT);
    }

    private static void say(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
