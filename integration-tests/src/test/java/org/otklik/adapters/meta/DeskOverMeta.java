package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.HealthState;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.post.AccountId;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.Desks;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;
import org.otklik.testkit.regions.MiniRegion;

/** A desk of Ozyorny krai, from a citizen's comment to an answer that is seen to stand there; for each network. */
abstract class DeskOverMeta {

    static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    final MetaFake meta = MetaJudged.open(clock);
    final MetaSafe safe = MetaSafe.of(meta);
    private IncidentDesk desk;

    abstract AccountId account();

    /** The account's number. */
    abstract String number();

    abstract NetworkAdapter adapter();

    /** A citizen comments on what the account published; its number at the network. */
    abstract String comment(String text);

    abstract String reply(String to, String text);

    /** The account itself answers, by hand. */
    abstract void answerByHand(String to, String text);

    abstract String token();

    @BeforeEach
    void openDesk() {
        desk = Desks.inMemory(region(), clock).network(adapter()).secrets(safe).build();
        desk.publishing().enable(COORDINATOR).orThrow();
        minute();
    }

    @AfterEach
    void closeDesk() {
        desk.close();
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    /** The invented region, which speaks on this network too. */
    private Region region() {
        PackSource mini = MiniRegion.source();
        String line = String.join(
                ",",
                account().network().code(),
                "krai",
                "krai-government",
                account().name(),
                number(),
                "yes",
                "9",
                "");
        return Region.load(PackSource.named(
                "mini", file -> file.equals("accounts.csv") ? withLine(mini, file, line) : mini.open(file)));
    }

    private static Optional<InputStream> withLine(PackSource pack, String file, String line) {
        try (InputStream bytes = pack.open(file).orElseThrow()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(new ByteArrayInputStream((text + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void minute() {
        clock.advance(Duration.ofMinutes(1));
        desk.poll();
    }

    private List<Incident> incidents() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(100)).lines().stream()
                .map(line -> desk.incidents().get(COORDINATOR, line.id()))
                .toList();
    }

    private Incident only() {
        assertEquals(1, incidents().size());
        return incidents().get(0);
    }

    private String heardAndApproved() {
        String comment = comment(PIT);
        minute();
        Incident incident = only();
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, draft.id(), submitted.hash()).orThrow();
        return comment;
    }

    private void publishFor(Duration time) {
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plusMinutes(1)) {
            desk.publishDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private void assertAnsweredOnce(String comment) {
        assertEquals(List.of(ANSWER), meta.repliesTo(comment));
        assertEquals(PublicationState.VERIFIED, only().publications().get(0).state());
        assertEquals(IncidentState.ANSWERED, only().state());
    }

    @Test
    void a_comment_becomes_an_incident_is_answered_once_verified_and_the_echo_opens_none() {
        String comment = heardAndApproved();

        publishFor(Duration.ofMinutes(30));
        minute();
        minute();

        assertAnsweredOnce(comment);
    }

    @Test
    void a_lost_answer_is_looked_up_and_not_sent_twice() {
        String comment = heardAndApproved();
        meta.breakNext(Fault.TIMEOUT_AFTER_APPLYING);

        publishFor(Duration.ofMinutes(60));

        assertEquals(1, meta.writes());
        assertAnsweredOnce(comment);
    }

    @Test
    void an_answer_that_never_arrived_is_sent_again_once() {
        String comment = heardAndApproved();
        meta.breakNext(Fault.TIMEOUT_BEFORE_APPLYING);

        publishFor(Duration.ofMinutes(60));

        assertAnsweredOnce(comment);
    }

    @Test
    void an_answer_that_an_official_gave_by_hand_is_observed() {
        String comment = comment(PIT);
        minute();
        only();
        clock.advance(Duration.ofHours(1));

        answerByHand(comment, "Яму заделали утром.");
        minute();

        List<OfficialAnswer> answers = only().officialAnswers();
        assertEquals(1, answers.size());
        assertEquals(OfficialAnswer.Origin.OBSERVED, answers.get(0).origin());
    }

    @Test
    void a_reply_of_another_citizen_reaches_the_incident() {
        String comment = comment(PIT);
        minute();
        Incident incident = only();

        reply(comment, "у вокзала яма всё ещё там");
        minute();

        assertEquals(incident.id(), only().id());
    }

    @Test
    void an_answer_that_does_not_stand_there_when_it_is_looked_for_is_noticed() {
        heardAndApproved();
        desk.publishDue();
        String reply = only().publications().get(0).nativeReplyId().orElseThrow();

        meta.delete(reply.replaceAll(".*:", ""));
        publishFor(Duration.ofMinutes(30));

        assertEquals(PublicationState.VANISHED, only().publications().get(0).state());
    }

    @Test
    void a_dead_token_asks_for_another_and_the_answer_waits() {
        String comment = heardAndApproved();
        meta.revoke(safe.get(token()));

        publishFor(Duration.ofMinutes(30));

        assertEquals(List.of(), meta.repliesTo(comment));
        assertEquals(
                HealthState.REAUTHORISE,
                desk.health().accounts(COORDINATOR).orThrow().stream()
                        .filter(one -> one.account().equals(account()))
                        .findFirst()
                        .orElseThrow()
                        .state());
        safe.put(token(), meta.tokens().renew(number()));
        publishFor(Duration.ofHours(2));
        assertAnsweredOnce(comment);
    }
}
