package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.adapters.twitter.judge.XJudged;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.ReplyRequest;
import org.otklik.testkit.Desks;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.testkit.x.XFake;

/** A desk of Ozyorny krai that listens and answers on X. */
class XDeskTest {

    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final String PIT = "@krai_official В Заречинске на дороге у вокзала яма, машины бьются каждый день";

    private final SettableClock clock = SettableClock.startingAt(XHost.MORNING);
    private final XFake x = XJudged.open(clock);
    private final String official = x.user("krai_official");
    private final String citizen = x.user("zhitel");
    private final XSafe safe = XSafe.of(x, official);
    private IncidentDesk desk;

    @BeforeEach
    void openDesk() {
        x.selfServe(true);
        XSettings settings = XNetworkUnderTest.settings(x, official)
                .replyRule(XSettings.ReplyRule.SELF_SERVE)
                .build();
        desk = Desks.inMemory(region(), clock)
                .network(XAdapter.of(settings))
                .secrets(safe)
                .build();
        desk.publishing().enable(COORDINATOR).orThrow();
    }

    @AfterEach
    void closeDesk() {
        desk.close();
        x.close();
        XJudged.assertNoViolations(x);
    }

    /** The official account under its numeric id, and its page watched. */
    private Region region() {
        PackSource mini = MiniRegion.source();
        return Region.load(PackSource.named("mini", file -> switch (file) {
            case "accounts.csv" ->
                changed(
                        mini,
                        file,
                        "x,krai_official,krai-government,krai_official,krai_official",
                        "x,krai_official,krai-government,krai_official," + official);
            case "sources.csv" ->
                changed(mini, file, "ok,lugograd_ok,lugograd", "ok,lugograd_ok,lugograd\nx,krai_official,");
            default -> mini.open(file);
        }));
    }

    private static Optional<InputStream> changed(PackSource pack, String file, String old, String fresh) {
        try (InputStream bytes = pack.open(file).orElseThrow()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(old), file + " changed");
            return Optional.of(new ByteArrayInputStream(text.replace(old, fresh).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Incident> incidents() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(100)).lines().stream()
                .map(line -> desk.incidents().get(COORDINATOR, line.id()))
                .toList();
    }

    private Incident heard() {
        clock.advance(Duration.ofMinutes(1));
        desk.poll();
        assertEquals(1, incidents().size());
        return incidents().get(0);
    }

    private void approve(Incident incident) {
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), XHost.ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, draft.id(), submitted.hash()).orThrow();
    }

    private void publishFor(Duration time) {
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plusMinutes(1)) {
            desk.publishDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_mention_becomes_an_incident_is_answered_once_and_the_echo_opens_none() {
        String post = x.post(citizen, PIT);
        Incident incident = heard();
        approve(incident);

        publishFor(Duration.ofMinutes(30));
        desk.poll();
        desk.poll();

        List<String> replies = x.repliesTo(post);
        assertEquals(1, replies.size());
        assertTrue(replies.get(0).startsWith(XHost.ANSWER));
        assertEquals(1, incidents().size());
        assertEquals(IncidentState.ANSWERED, incidents().get(0).state());
    }

    @Test
    void a_lost_answer_is_looked_up_and_not_sent_twice() {
        String post = x.post(citizen, PIT);
        approve(heard());
        x.breakNext(Fault.TIMEOUT_AFTER_APPLYING);

        publishFor(Duration.ofMinutes(60));

        assertEquals(1, x.repliesTo(post).size());
        assertEquals(1, x.meter().calls("POST", "/2/tweets"));
        assertEquals(IncidentState.ANSWERED, incidents().get(0).state());
    }

    @Test
    void a_duplicate_is_evidence_and_is_looked_up() {
        String post = x.post(citizen, PIT);
        approve(heard());
        x.breakNext(Fault.DUPLICATE_TEXT);

        publishFor(Duration.ofMinutes(60));

        assertEquals(1, x.repliesTo(post).size());
        assertEquals(IncidentState.ANSWERED, incidents().get(0).state());
    }

    @Test
    void an_answer_that_an_official_gave_himself_is_observed() {
        String post = x.post(citizen, PIT);
        heard();
        clock.advance(Duration.ofHours(1));
        x.reply(official, post, "Яму заделали утром.");
        clock.advance(Duration.ofMinutes(1));
        desk.poll();

        List<OfficialAnswer> answers = incidents().get(0).officialAnswers();

        assertEquals(1, answers.size());
        assertEquals(OfficialAnswer.Origin.OBSERVED, answers.get(0).origin());
        assertEquals(
                XHost.MORNING.plus(Duration.ofMinutes(61)),
                answers.get(0).answered().at());
    }

    @Test
    void a_reply_of_the_citizen_reaches_the_incident() {
        String post = x.post(citizen, PIT);
        Incident incident = heard();
        x.reply(citizen, post, "@krai_official у вокзала яма всё ещё там");
        clock.advance(Duration.ofMinutes(1));
        desk.poll();

        assertEquals(1, incidents().size());
        assertEquals(incident.id(), incidents().get(0).id());
    }

    @Test
    void a_dead_token_keeps_the_reply_until_it_is_renewed() {
        String post = x.post(citizen, PIT);
        approve(heard());
        String good = safe.get("oauth1-token");
        safe.put("oauth1-token", official + "-revoked");
        publishFor(Duration.ofMinutes(30));
        assertEquals(List.of(), x.repliesTo(post));
        assertEquals(1, x.meter().calls("POST", "/2/tweets"));
        safe.put("oauth1-token", good);

        publishFor(Duration.ofHours(2));

        assertEquals(1, x.repliesTo(post).size());
    }
}
