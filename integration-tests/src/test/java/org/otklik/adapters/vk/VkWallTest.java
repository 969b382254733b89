package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.Replyability;

/** A watched wall: posts, comments, threads, edits, deletions, and what a broken paging must not lose. */
class VkWallTest {

    private static final String WALL = "wall:samara_talk";

    private final VkReading desk = new VkReading(VkReading.hasty()).unlimited();

    @AfterEach
    void close() {
        desk.close();
    }

    private String post(String text) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.vk.post(-desk.talk, VkReading.ANNA, text);
    }

    private String comment(String target, String text) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.vk.comment(target, VkReading.BORIS, text);
    }

    @Test
    void comments_arrive_under_what_they_answer_on_the_page_as_it_is_watched() {
        String post = post("Яма");
        String comment = comment(post, "И у нас");
        String reply = comment(comment, "[id102|Борис], где это?");

        List<PostChange> changes = desk.read(WALL, 100);

        Post first = VkReading.post(changes, comment);
        assertEquals(Optional.of(PostId.of("vk", post)), first.discussion().parent());
        assertEquals(Optional.of("samara_talk"), first.discussion().page());
        Post second = VkReading.post(changes, reply);
        assertEquals(Optional.of(PostId.of("vk", comment)), second.discussion().parent());
        assertEquals(Optional.of(PostId.of("vk", post)), second.discussion().root());
        assertEquals("[id102|Борис], где это?", second.text());
        assertEquals("102", second.author().orElseThrow().nativeId());
        String[] ids = reply.split("_", -1);
        String top = comment.split("_", -1)[2];
        assertEquals(
                Optional.of(URI.create(
                        "https://vk.com/wall" + ids[0] + "_" + ids[1] + "?reply=" + ids[2] + "&thread=" + top)),
                second.address());
    }

    @Test
    void the_screen_name_of_a_page_is_asked_for_once_and_kept_over_restarts() {
        post("Яма");
        desk.read(WALL, 100);
        desk.restarted();
        desk.read(WALL, 100);

        assertEquals(1, desk.vk.callsOf("utils.resolveScreenName"));
    }

    @Test
    void a_thread_that_grew_is_read_though_its_comment_did_not_move() {
        String post = post("Яма");
        String old = comment(post, "Первый");
        for (int i = 0; i < 15; i++) {
            comment(old, "Ответ " + i);
        }
        for (int i = 0; i < 150; i++) {
            comment(post, "Другой " + i);
        }
        desk.read(WALL, 100);

        String fresh = comment(old, "Новый ответ в старой ветке");

        assertEquals(
                "Новый ответ в старой ветке",
                VkReading.post(desk.read(WALL, 100), fresh).text());
    }

    @Test
    void one_new_comment_costs_one_call_however_long_the_discussion() {
        String post = post("Яма");
        for (int i = 0; i < 350; i++) {
            comment(post, "Комментарий " + i);
        }
        desk.read(WALL, 100);
        long before = desk.vk.callsOf("wall.getComments");

        String fresh = comment(post, "Ещё один");
        List<PostChange> changes = desk.read(WALL, 100);

        assertTrue(VkReading.known(changes).containsKey(fresh));
        assertEquals(1, desk.vk.callsOf("wall.getComments") - before);
    }

    @Test
    void edits_and_deletions_of_comments_are_noticed() {
        String post = post("Яма");
        String edited = comment(post, "Было");
        String doomed = comment(post, "Удалят");
        String reply = comment(edited, "Ответ");
        desk.read(WALL, 100);

        desk.vk.edit(edited, "Стало");
        desk.vk.delete(doomed);
        desk.vk.delete(reply);
        List<PostChange> changes = desk.read(WALL, 100);

        assertEquals("Стало", VkReading.post(changes, edited).text());
        assertInstanceOf(PostChange.Gone.class, VkReading.known(changes).get(doomed));
        assertInstanceOf(PostChange.Gone.class, VkReading.known(changes).get(reply));
    }

    @Test
    void a_deleted_comment_whose_answers_stay_is_gone_and_its_answers_are_not() {
        String post = post("Яма");
        String comment = comment(post, "Спорный");
        String reply = comment(comment, "Возражение");
        desk.read(WALL, 100);

        desk.vk.delete(comment);
        List<PostChange> changes = desk.read(WALL, 100);

        assertInstanceOf(PostChange.Gone.class, VkReading.known(changes).get(comment));
        assertFalse(VkReading.known(changes).get(reply) instanceof PostChange.Gone);
    }

    @Test
    void an_old_post_that_is_pinned_neither_ends_the_reading_nor_looks_deleted() {
        String pinned = post("Правила");
        for (int i = 0; i < 30; i++) {
            post("Пост " + i);
        }
        desk.vk.quirks().pin(pinned);
        List<PostChange> first = desk.read(WALL, 10);
        String fresh = post("Новый");
        List<PostChange> second = desk.read(WALL, 10);

        assertEquals(31, VkReading.known(first).size());
        assertTrue(VkReading.known(second).containsKey(fresh));
        assertTrue(second.stream().noneMatch(PostChange.Gone.class::isInstance));
    }

    @Test
    void after_a_long_silence_everything_behind_the_known_posts_is_read() {
        post("Известный");
        desk.read(WALL, 100);
        Set<String> missed = new HashSet<>();
        for (int i = 0; i < 430; i++) {
            missed.add(post("Пост " + i));
        }

        assertTrue(VkReading.known(desk.read(WALL, 100)).keySet().containsAll(missed));
    }

    /** The process dies after every page, and citizens write and delete between all calls. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_reading_that_is_broken_off_anywhere_goes_on_without_loss_while_people_write_and_delete(int seed) {
        Random random = new Random(seed);
        int limit = 10 + random.nextInt(40);
        List<String> all = new ArrayList<>();
        Set<String> deleted = new HashSet<>();
        for (int i = 0; i < 80; i++) {
            write(random, all, deleted);
        }
        List<PostChange> changes = new ArrayList<>();
        for (int round = 0; round < 24; round++) {
            boolean more = true;
            while (more) {
                if (round < 8 && random.nextInt(3) == 0) {
                    write(random, all, deleted);
                    if (random.nextInt(2) == 0) {
                        delete(random, all, deleted);
                    }
                }
                desk.restarted();
                PostPage lost = desk.adapter.poll(
                        VkReading.source(WALL), Optional.ofNullable(desk.cursors.get(VkReading.source(WALL))), limit);
                assertTrue(lost.unreadable().isEmpty());
                PostPage page = desk.poll(WALL, limit);
                changes.addAll(page.changes());
                more = page.more();
            }
        }

        Map<String, PostChange> known = VkReading.known(changes);
        for (String id : all) {
            if (!deleted.contains(id)) {
                assertInstanceOf(PostChange.Present.class, known.get(id), id + " was lost");
            } else if (known.containsKey(id)) {
                assertInstanceOf(PostChange.Gone.class, known.get(id), id + " is deleted");
            }
        }
    }

    private void write(Random random, List<String> all, Set<String> deleted) {
        String target = all.isEmpty() ? "" : all.get(random.nextInt(all.size()));
        boolean isPost = all.isEmpty() || random.nextInt(15) == 0 || isGone(target, deleted);
        all.add(isPost ? post("Пост " + all.size()) : comment(target, "Слово " + all.size()));
    }

    /** Deleting what has answers leaves them, which the network shows in ways of its own: only leaves are deleted. */
    private void delete(Random random, List<String> all, Set<String> deleted) {
        String id = all.get(random.nextInt(all.size()));
        boolean leaf = id.split("_", -1).length == 3;
        if (leaf && deleted.add(id)) {
            desk.vk.delete(id);
        }
    }

    private static boolean isGone(String target, Set<String> deleted) {
        return deleted.contains(target);
    }

    @Test
    void a_cursor_bears_a_wall_of_long_discussions() {
        for (int i = 0; i < 55; i++) {
            String post = post("Пост " + i);
            for (int j = 0; j < 20; j++) {
                comment(comment(post, "Комментарий " + j), "Ответ");
            }
        }
        List<PostChange> changes = desk.read(WALL, 100);

        Cursor cursor = desk.cursors.get(VkReading.source(WALL));
        assertTrue(cursor.value().getBytes(StandardCharsets.UTF_8).length <= Cursor.LARGEST);
        assertTrue(VkReading.known(changes).size() >= 50 * 41);
        String late = comment(changes.get(0).id().nativeId(), "Поздний");
        assertTrue(VkReading.known(desk.read(WALL, 100)).containsKey(late));
    }

    @Test
    void a_discussion_whose_call_failed_is_read_in_the_same_round_and_not_in_the_next() {
        String post = post("Яма");
        desk.read(WALL, 100);
        String comment = comment(post, "У нас тоже");
        desk.vk.failNext("wall.getComments", 10);

        List<PostChange> broken = desk.read(WALL, 100);
        desk.clock.advance(Duration.ofMinutes(10));
        PostPage rest = desk.poll(WALL, 100);

        assertFalse(VkReading.known(broken).containsKey(comment));
        assertEquals(comment, rest.changes().get(0).id().nativeId(), "The round began anew.");
    }

    @Test
    void comments_that_communities_may_not_write_cannot_be_answered() {
        String post = post("Яма");
        desk.vk.closeComments(post);
        Post read = VkReading.post(desk.read(WALL, 100), post);

        Replyability.Impossible answer =
                assertInstanceOf(Replyability.Impossible.class, desk.adapter.canReply(VkReading.SPEAKER, read));

        assertEquals("COMMENTS_CLOSED", answer.reason());
        assertEquals(read.address(), answer.link());
    }

    @Test
    void another_node_does_not_read_again_within_the_interval() {
        try (VkReading patient =
                new VkReading(VkReading.hasty().andThen(one -> one.wallsEvery(Duration.ofMinutes(5)))::apply)) {
            patient.unlimited();
            patient.read(WALL, 100);
            long calls = patient.vk.callsOf("wall.get");
            patient.restarted();
            patient.clock.advance(Duration.ofMinutes(4));
            patient.read(WALL, 100);
            assertEquals(calls, patient.vk.callsOf("wall.get"));

            patient.clock.advance(Duration.ofMinutes(1));
            patient.read(WALL, 100);
            assertEquals(calls + 1, patient.vk.callsOf("wall.get"));
        }
    }
}
