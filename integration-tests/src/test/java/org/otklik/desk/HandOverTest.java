package org.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.Review;
import org.otklik.access.RefusalCode;
import org.otklik.classify.MessageKind;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.post.Post;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SignalState;

/** What no routine answer may meet is handed over by an event; what owes no answer is kept and counted. */
class HandOverTest {

    private static final String GRAVE = "Никому нет дела до ямы у вокзала. Не хочу больше жить";

    private final List<EventRow> heard = new ArrayList<>();
    private final Office office = Office.open(desk -> desk.listener(heard::add));

    @ParameterizedTest
    @CsvSource({
        "SUICIDE_RISK,'Не хочу больше жить, простите все'",
        "CRIME,'В Заречинске сосед избивает детей, помогите'",
        "FORMAL_APPEAL,'В Заречинске яма на дороге. Прошу рассмотреть в порядке 59-ФЗ'"
    })
    void such_a_post_opens_no_incident_and_its_event_says_why(String reason, String text) {
        office.vk.add(office.post("p1", text));

        var report = office.desk.poll();

        assertEquals(1, report.handedOver());
        assertEquals(0, report.registered());
        assertEquals(SignalState.HANDED_OVER, office.item(Office.id("p1")).state());
        assertEquals(reason, office.item(Office.id("p1")).reason());
        assertThat(heard).anySatisfy(event -> {
            assertEquals("signal-handed-over/1", event.type());
            assertThat(event.payload()).contains(reason).doesNotContain("жить", "избивает", "яма");
        });
        assertThat(office.notices().notices(reason)).hasSize(1);
        Checker.check(office);
    }

    @Test
    void it_does_not_join_the_incident_of_its_thread_so_that_no_answer_to_all_reaches_it() {
        Incident incident = office.register("p1", Office.PIT);

        Review.Item comment = office.hear(office.comment("c1", "p1", "author-p1", GRAVE));

        assertEquals(SignalState.HANDED_OVER, comment.state());
        assertEquals(Optional.<IncidentId>empty(), comment.incident());
        assertEquals(1, office.get(incident.id()).posts().total());
    }

    @Test
    void only_after_a_person_took_it_back_can_it_become_an_incident() {
        Post post = office.post("p1", GRAVE);
        office.hear(post);

        RefusalCode refused = office.desk
                .review()
                .promote(Office.MODERATOR, post.id(), MessageKind.COMPLAINT, Optional.empty(), Optional.empty())
                .refusal()
                .orElseThrow()
                .code();
        office.desk.review().restore(Office.MODERATOR, post.id()).orThrow();

        assertEquals(RefusalCode.WRONG_STATE, refused);
        assertEquals(SignalState.NEEDS_REVIEW, office.item(post.id()).state());
        office.desk
                .review()
                .promote(Office.MODERATOR, post.id(), MessageKind.COMPLAINT, Optional.empty(), Optional.empty())
                .orThrow();
        assertEquals(SignalState.PROMOTED, office.item(post.id()).state());
    }

    @Test
    void a_bare_insult_is_owed_no_answer_but_is_kept_counted_and_can_be_restored() {
        Review.Item insult = office.hear(office.post("p1", "Сами вы дураки"));

        assertEquals(SignalState.REJECTED, insult.state());
        assertEquals("INSULT_ONLY", insult.reason());
        assertEquals(
                1,
                office.desk
                        .review()
                        .list(Office.MODERATOR, SignalState.REJECTED, Optional.empty(), 10)
                        .orThrow()
                        .size());
        assertThat(heard).anySatisfy(event -> assertThat(event.payload()).contains("INSULT_ONLY"));
        office.desk.review().restore(Office.MODERATOR, insult.post().id()).orThrow();
        assertEquals(SignalState.NEEDS_REVIEW, office.item(Office.id("p1")).state());
    }

    @Test
    void an_insult_beside_a_complaint_does_not_hide_the_complaint() {
        Incident incident = office.register("p1", "Дураки, в Заречинске на дороге у вокзала яма!");

        assertEquals(Optional.of(Office.ZARECHINSK), incident.lead());
    }
}
