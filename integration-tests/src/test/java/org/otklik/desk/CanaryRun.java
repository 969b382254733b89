package org.otklik.desk;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.Instructions.Order;
import org.otklik.ManualPost;
import org.otklik.Privacy;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.report.ReportCsv;
import org.otklik.report.ReportHtml;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** The main job around one author whose every word can be told from all others, so that what is left of him is seen. */
public final class CanaryRun {

    static final String HANDLE = "kanareyka-x7q9";
    static final String NAME = "Канарейка Жёлтая-7Q9";
    static final String WORD = "канареечныйхохолок7q9";
    static final AuthorRef AUTHOR = AuthorRef.of("vk", HANDLE, NAME);

    final List<String> heard = new ArrayList<>();
    final String reportBefore;
    final String reportAfter;
    final String chain;
    final Privacy.Erasure erasure;
    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);

    /**
     * Does the job once over a storage in memory, for the sake of what is logged.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        new CanaryRun(InMemoryStorage.create());
    }

    CanaryRun(Storage storage) {
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        try (IncidentDesk desk = Office.builder(storage, vk, clock)
                .classifier(PoisonTest.choking())
                .notifier(notice -> heard.add(notice.toString()))
                .listener(event -> heard.add(event.toString()))
                .build()) {
            desk.publishing().enable(Office.COORDINATOR).orThrow();
            write(desk, vk);
            work(desk, vk);
            instruct(desk);
            reportBefore = report(desk);
            erasure = desk.privacy().erase(Office.PRIVACY_OFFICER, AUTHOR).orThrow();
            reportAfter = report(desk);
            chain = desk.privacy().verifyChain(Office.AUDITOR).orThrow();
        }
    }

    private Post post(String id, String text) {
        return Post.builder(Office.id(id), clock.instant())
                .text(text)
                .author(AUTHOR)
                .address(URI.create("https://vk.com/" + HANDLE + "?w=" + id))
                .build();
    }

    /** A post, an edit, a comment, noise, a deleted post, a poisoned one, and a call by telephone. */
    private void write(IncidentDesk desk, InMemoryNetwork vk) {
        vk.add(post("p1", Office.PIT + " " + WORD));
        vk.add(post("p2", "Привет всем, " + WORD));
        vk.add(post("p3", "В Лугограде врач не пришёл в поликлинику, " + WORD));
        vk.add(post("p5", "отрава " + WORD));
        vk.add(post("p4", Office.PIT_WITHOUT_PLACE + "\u0000\uD83D " + WORD));
        desk.poll();
        clock.advance(Duration.ofMinutes(1));
        vk.edit(Office.id("p1"), Office.PIT + ", уже два " + WORD, clock.instant());
        vk.delete(Office.id("p3"), clock.instant());
        vk.add(post("c1", "ну что, " + WORD).toBuilder()
                .discussion(Discussion.under(Office.id("p1")))
                .build());
        vk.add(Post.builder(Office.id("n1"), clock.instant())
                .text("В Заречинске у вокзала яма на дороге по пояс")
                .author(AuthorRef.of("vk", "neighbour"))
                .discussion(Discussion.under(Office.id("p1")))
                .build());
        desk.register(
                        Office.MODERATOR,
                        ManualPost.of(ManualPost.Source.PHONE, Office.PIT + " звонил " + WORD, clock.instant())
                                .by(AUTHOR))
                .orThrow();
        vk.faults().next(Fault.POLL_FAILS, Fault.POLL_TWICE);
        desk.poll();
        desk.poll();
    }

    private void work(IncidentDesk desk, InMemoryNetwork vk) {
        vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING, Fault.RATE_LIMIT, Fault.TOKEN_DEAD);
        for (IncidentSummary line :
                desk.incidents().find(Office.COORDINATOR, IncidentQuery.open()).lines()) {
            Incident incident = desk.incidents().get(Office.COORDINATOR, line.id());
            if (incident.lead().isPresent()) {
                desk.incidents().accept(Office.lead(incident), incident.id()).orThrow();
                desk.replies()
                        .draft(Office.lead(incident), ReplyRequest.finalTo(incident.id(), Office.ANSWER))
                        .map(Draft::id)
                        .map(draft -> desk.replies()
                                .submit(Office.lead(incident), draft)
                                .orThrow())
                        .map(draft -> desk.replies().approve(Office.APPROVER, draft.id(), draft.hash()));
            }
        }
        for (int i = 0; i < 6; i++) {
            desk.publishDue();
            desk.poll();
            desk.sweepDeadlines();
            clock.advance(Duration.ofMinutes(11));
        }
        desk.incidents().find(Office.COORDINATOR, IncidentQuery.all()).lines().stream()
                .findFirst()
                .ifPresent(line ->
                        desk.incidents().close(Office.COORDINATOR, line.id(), Outcome.PLANNED, Optional.of("DONE")));
    }

    private void instruct(IncidentDesk desk) {
        desk.instructions()
                .issue(
                        Office.HEAD,
                        new Order(
                                "Заделать яму.",
                                List.of(Office.ROADS),
                                clock.instant().plus(Duration.ofDays(1)),
                                List.of(),
                                Optional.of(Office.id("p1"))))
                .orThrow();
    }

    private String report(IncidentDesk desk) {
        var report = desk.reports()
                .report(
                        Office.COORDINATOR,
                        new ReportPeriod(Office.MORNING, Office.MORNING.plus(Duration.ofDays(1))),
                        clock.instant())
                .orThrow();
        Locale russian = Locale.forLanguageTag("ru");
        return ReportText.render(report, russian)
                + ReportCsv.render(report, russian)
                + ReportHtml.render(report, russian);
    }
}
