package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.NoticeHealth;
import org.otklik.NotifyReport;
import org.otklik.incident.Incident;
import org.otklik.spi.Notice;
import org.otklik.spi.Notifier;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** People hear what they should, in its order, however often the channel fails. */
class NoticesTest {

    private static final String DOCTOR = "В Лугограде врач не пришёл в поликлинику, почему?";

    private final Channel channel = new Channel();
    private final Office office = Office.open(builder -> builder.notifier(channel));
    private Incident pit;
    private Incident doctor;

    /** A channel that can fail. */
    private static final class Channel implements Notifier {

        final List<Notice> heard = new ArrayList<>();
        Predicate<Notice> broken = notice -> false;
        int tries;

        @Override
        public void notify(Notice notice) {
            tries++;
            if (broken.test(notice)) {
                throw new IllegalStateException("The mail server is down.");
            }
            heard.add(notice);
        }

        List<String> codesOf(Incident incident) {
            return heard.stream()
                    .filter(notice -> notice.subject().equals(incident.id().value()))
                    .map(Notice::code)
                    .toList();
        }
    }

    @BeforeEach
    void two_incidents_are_routed() {
        pit = office.register("p1", Office.PIT);
        doctor = office.register("p2", DOCTOR);
    }

    private NoticeHealth health() {
        return office.desk.health().notices(Office.PUBLISHER).orThrow();
    }

    private void breachAll() {
        for (int i = 0; i < 40; i++) {
            office.wait(Duration.ofHours(1)).desk.sweepDeadlines();
        }
    }

    @Test
    void nothing_is_told_before_the_step_that_tells_and_all_of_it_then() {
        assertEquals(List.of(), channel.heard);
        long waiting = health().waiting();
        assertTrue(waiting >= 2, "Only " + waiting + " wait");

        NotifyReport report = office.desk.notifyDue();

        assertEquals(new NotifyReport((int) waiting, 0, 0), report);
        assertEquals(new NoticeHealth(0, 0, Optional.empty()), health());
        assertEquals(NotifyReport.NOTHING, office.desk.notifyDue());
    }

    @Test
    void a_channel_that_fails_is_tried_again_later_with_the_same_id() {
        List<String> ids = new ArrayList<>();
        channel.broken = notice -> ids.add(notice.id());
        office.desk.notifyDue();
        assertEquals(NotifyReport.NOTHING, office.desk.notifyDue(), "it is not tried at once");

        channel.broken = notice -> false;
        office.wait(Duration.ofSeconds(10)).desk.notifyDue();

        assertTrue(channel.heard.stream().map(Notice::id).toList().containsAll(ids));
        assertEquals(0, health().waiting());
    }

    @Test
    void a_notice_that_fails_holds_back_the_later_ones_of_its_incident_and_no_other() {
        channel.broken = notice -> notice.subject().equals(pit.id().value());
        office.desk.notifyDue();
        breachAll();

        office.desk.notifyDue();

        assertEquals(List.of(), channel.codesOf(pit));
        assertTrue(channel.codesOf(doctor).contains("CLOCK_BREACHED"), channel.heard.toString());

        channel.broken = notice -> false;
        office.wait(Duration.ofHours(2)).desk.notifyDue();

        assertEquals(List.of("ROUTED", "CLOCK_WARNED", "CLOCK_BREACHED"), channel.codesOf(pit));
    }

    @Test
    void what_fails_for_hours_is_held_and_shown_until_a_person_lets_it_be_told_again() {
        channel.broken = notice -> notice.code().equals("ROUTED")
                && notice.subject().equals(pit.id().value());
        for (int i = 0; i < 12; i++) {
            office.desk.notifyDue();
            office.wait(Duration.ofHours(1));
        }
        int tries = channel.tries;

        assertEquals(1, health().held());
        office.wait(Duration.ofDays(1)).desk.notifyDue();
        assertEquals(tries, channel.tries, "a held notice is not tried any more");

        channel.broken = notice -> false;
        assertEquals(1, office.desk.health().tellAgain(Office.PUBLISHER).orThrow());
        office.desk.notifyDue();

        assertEquals(0, health().held());
        assertEquals(List.of("ROUTED"), channel.codesOf(pit));
    }

    @Test
    void two_nodes_tell_each_notice_once() {
        Office other = office.another(builder -> builder.notifier(channel).node("other"));
        breachAll();

        for (int i = 0; i < 3; i++) {
            other.desk.notifyDue();
            office.desk.notifyDue();
        }

        assertEquals(
                channel.heard.size(),
                channel.heard.stream().map(Notice::id).distinct().count());
        assertTrue(channel.heard.size() > 6, channel.heard.toString());
    }

    @Test
    void a_node_that_died_while_telling_is_followed_by_another_after_its_lease() {
        office.storage.transact(unit -> unit.state().lease("notices", "dead", Duration.ofMinutes(2)));

        assertEquals(NotifyReport.NOTHING, office.desk.notifyDue());
        office.wait(Duration.ofMinutes(3));

        assertTrue(office.desk.notifyDue().told() > 0);
    }

    @Test
    void a_desk_without_a_notifier_keeps_no_notices() {
        SettableClock clock = SettableClock.startingAt(Office.MORNING);
        InMemoryStorage storage = InMemoryStorage.create(clock);
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        IncidentDesk silent = Office.builder(storage, vk, clock).build();
        vk.add(office.post("p1", Office.PIT));

        silent.poll();

        assertEquals(0L, (long) storage.transact(unit -> unit.notices().count().waiting()));
        assertEquals(NotifyReport.NOTHING, silent.notifyDue());
    }
}
