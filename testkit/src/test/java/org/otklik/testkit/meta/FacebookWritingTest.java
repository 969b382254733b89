package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

/** Answers, changes and deletions on Facebook, and what becomes of them. */
class FacebookWritingTest {

    private final MetaFake fake = MetaFake.open(SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z")));
    private final String page = fake.page("Заречинск");
    private final String anna = fake.person("Анна");
    private final Client client = Client.of(fake, fake.pageToken(page));
    private final String post = fake.post(page, page, "Новости");
    private final String comment = fake.comment(post, anna, "Яма");

    @AfterEach
    void close() {
        fake.close();
    }

    private Client.Answer answer(String to, String text) {
        return client.post(to + "/comments", "message", text);
    }

    @Test
    void an_answer_is_written_in_the_name_of_the_page() {
        String id = answer(comment, "Заделаем.").body().path("id").asText();

        assertEquals(List.of("Заделаем."), fake.repliesTo(comment));
        assertEquals(List.of(), fake.repliesTo(post));
        assertEquals(page, client.get(id).body().at("/from/id").asText());
        assertEquals(
                1,
                client.get(comment, "fields", "comment_count")
                        .body()
                        .path("comment_count")
                        .asInt());
        assertEquals(1, fake.writes());
        assertEquals(1, fake.callsOf("POST comments"));
    }

    @Test
    void an_answer_to_an_answer_hangs_under_the_top_and_is_known_as_its_answer() {
        String second = fake.comment(comment, anna, "И ещё одна");

        String id = answer(second, "Обе заделаем.").body().path("id").asText();

        assertEquals(
                comment,
                client.get(id, "fields", "parent{id}").body().at("/parent/id").asText());
        assertEquals(List.of("Обе заделаем."), fake.repliesTo(second));
        assertEquals(List.of(), fake.repliesTo(comment));
    }

    @Test
    void posts_on_foreign_ground_can_be_answered_if_they_mention_the_page() {
        String tagged = fake.taggedPost(page, anna, "Заречинск, где вода?");
        String mentioning = fake.citizens().mentioningComment(page, anna, "А Заречинск знает?");

        assertEquals(200, answer(tagged, "Дадим.").status());
        assertEquals(200, answer(mentioning, "Знает.").status());
        assertEquals(List.of("Знает."), fake.repliesTo(mentioning));
    }

    @Test
    void own_comments_are_edited_and_those_of_others_hidden_or_deleted() {
        String own = answer(comment, "Завтра").body().path("id").asText();

        assertTrue(client.post(own, "message", "Сегодня").body().path("success").asBoolean());
        assertEquals(200, client.post(comment, "message", "Яма? Какая яма?").code());
        assertTrue(
                client.post(comment, "is_hidden", "true").body().path("success").asBoolean());
        assertTrue(client.get(comment, "fields", "is_hidden")
                .body()
                .path("is_hidden")
                .asBoolean());
        assertEquals(List.of("Сегодня"), fake.repliesTo(comment));
        assertTrue(client.delete(comment).body().path("success").asBoolean());
        assertEquals(List.of(), fake.repliesTo(comment));
        assertEquals(33, client.get(own).subcode());
        assertEquals(100, client.post(post).code());
    }

    @Test
    void a_page_publishes_a_post() {
        String id = client.post(page + "/feed", "message", "Вода есть")
                .body()
                .path("id")
                .asText();

        assertEquals("Вода есть", client.get(id).body().path("message").asText());
    }

    @Test
    void closed_gone_and_doubled_are_refused() {
        fake.quirks().duplicatesRefused(true);
        answer(comment, "Заделаем.");
        assertEquals(506, answer(comment, "Заделаем.").code());

        fake.quirks().closeComments(post);
        assertEquals(200, answer(comment, "Закрыто.").code());
        assertFalse(client.get(comment, "fields", "can_comment")
                .body()
                .path("can_comment")
                .asBoolean(true));

        fake.delete(post);
        assertEquals(33, answer(comment, "Кому?").subcode());
    }

    @Test
    void a_missing_permission_is_named() {
        fake.tokens().deny(client.token, "pages_manage_engagement");
        assertEquals(200, answer(comment, "Да.").code());

        fake.tokens().allow(client.token);
        fake.tokens().deny(client.token, "pages_read_engagement");
        assertEquals(10, client.get(comment).code());
    }

    @Test
    void faults_of_publishing_happen_once() {
        fake.breakNext(Fault.RATE_LIMIT);
        fake.breakNext(Fault.TOKEN_DEAD);
        fake.breakNext(Fault.DUPLICATE_TEXT);
        Client.Answer limited = answer(comment, "Раз");

        assertEquals(32, limited.code());
        assertTrue(limited.raw()
                .headers()
                .firstValue("X-Business-Use-Case-Usage")
                .orElse("")
                .contains("\"estimated_time_to_regain_access\":1"));
        assertEquals(190, answer(comment, "Два").code());
        assertEquals(506, answer(comment, "Три").code());
        assertEquals(List.of(), fake.repliesTo(comment));
        assertEquals(200, answer(comment, "Четыре").status());
    }

    @Test
    void a_reply_can_be_hidden_by_the_network_and_its_target_deleted_before() {
        fake.breakNext(Fault.HIDDEN_REPLY);
        String hidden = answer(comment, "Не видно").body().path("id").asText();
        assertTrue(client.get(hidden, "fields", "is_hidden")
                .body()
                .path("is_hidden")
                .asBoolean());

        fake.breakNext(Fault.TARGET_DELETED);
        assertEquals(33, answer(comment, "Поздно").subcode());
        assertEquals(33, client.get(comment).subcode());
    }

    @Test
    void lost_answers_were_applied_or_not() {
        fake.breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        assertThrows(AssertionError.class, () -> answer(comment, "Дошло"));
        fake.breakNext(Fault.TIMEOUT_BEFORE_APPLYING);
        assertThrows(AssertionError.class, () -> answer(comment, "Не дошло"));

        assertEquals(List.of("Дошло"), fake.repliesTo(comment));
    }
}
