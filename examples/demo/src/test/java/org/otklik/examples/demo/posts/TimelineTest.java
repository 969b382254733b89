package org.otklik.examples.demo.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;

class TimelineTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Samara");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private static Timeline timeline(String text) {
        return Timeline.of(new PostsReader(ZONE).read(text.getBytes(StandardCharsets.UTF_8)), DAY, ZONE);
    }

    private static List<Delivery> vk(Timeline timeline) {
        return timeline.deliveries().getOrDefault(NetworkId.of("vk"), List.of());
    }

    @Test
    void posts_without_times_come_over_the_day_in_the_order_of_the_file() {
        List<Delivery> feed = vk(timeline("id,text\n1,a\n2,b\n3,c\n4,d\n"));

        assertEquals(Instant.parse("2026-11-19T02:00:00Z"), feed.get(0).at());
        assertEquals(
                List.of("1", "2", "3", "4"),
                feed.stream().map(one -> one.change().id().nativeId()).toList());
        assertTrue(feed.get(3).at().isBefore(Instant.parse("2026-11-19T19:00:00Z")));
    }

    @Test
    void posts_of_other_days_come_at_the_same_hour_of_the_demo_day() {
        List<Delivery> feed = vk(timeline("id,text,publishedAt\n1,a,2021-03-05T10:15:00+04:00\n"));

        assertEquals(Instant.parse("2026-11-19T06:15:00Z"), feed.get(0).at());
    }

    @Test
    void a_comment_carries_the_texts_above_it() {
        Timeline timeline = timeline(
                "{\"id\":\"1\",\"text\":\"Нет тепла в Чапаевске\"}\n"
                        + "{\"id\":\"2\",\"text\":\"и у нас\",\"replyTo\":\"1\"}\n{\"id\":\"3\",\"text\":\"то же\",\"replyTo\":\"2\"}\n");

        Post last = timeline.posts().get(PostId.of("vk", "3"));

        assertEquals("и у нас", last.discussion().parentText().orElseThrow());
        assertEquals("Нет тепла в Чапаевске", last.discussion().rootText().orElseThrow());
    }

    @Test
    void a_repeated_line_is_delivered_where_it_stands_in_the_file() {
        List<Delivery> feed =
                vk(timeline("{\"id\":\"1\",\"text\":\"a\",\"publishedAt\":\"2026-11-19T07:00:00+04:00\"}\n"
                        + "{\"id\":\"2\",\"text\":\"b\",\"publishedAt\":\"2026-11-19T09:00:00+04:00\"}\n"
                        + "{\"id\":\"1\",\"text\":\"a\",\"publishedAt\":\"2026-11-19T07:00:00+04:00\"}\n"));

        assertEquals(Instant.parse("2026-11-19T05:00:00Z"), feed.get(2).at());
        assertEquals("1", feed.get(2).change().id().nativeId());
    }

    @Test
    void edits_and_deletions_come_as_changes_of_the_same_post() {
        List<Delivery> feed =
                vk(timeline("{\"id\":\"1\",\"text\":\"a\",\"publishedAt\":\"2026-11-19T07:00:00+04:00\"}\n"
                        + "{\"id\":\"1\",\"text\":\"b\",\"editedAt\":\"2026-11-19T08:00:00+04:00\"}\n"
                        + "{\"id\":\"1\",\"deletedAt\":\"2026-11-19T09:00:00+04:00\"}\n"));

        PostChange.Present edited = (PostChange.Present) feed.get(1).change();

        assertEquals("b", edited.post().text());
        assertEquals(Instant.parse("2026-11-19T03:00:00Z"), edited.post().publishedAt());
        assertTrue(feed.get(2).change() instanceof PostChange.Gone);
    }
}
