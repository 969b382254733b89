package org.otklik.testkit.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.Fault;

class WallsTest extends VkTest {

    @Test
    void a_wall_is_read_page_by_page_newest_first() {
        IntStream.rangeClosed(1, 5).forEach(i -> post("Пост " + i));

        JsonNode page = client.call("wall.get", service, "owner_id", -samara, "offset", 1, "count", 2);

        assertEquals(5, page.at("/response/count").asInt());
        assertEquals(List.of("Пост 4", "Пост 3"), texts(page));
    }

    @Test
    void a_pinned_post_stands_first_and_only_there() {
        List<String> ids =
                IntStream.rangeClosed(1, 4).mapToObj(i -> post("Пост " + i)).toList();
        vk.quirks().pin(ids.get(1));

        assertEquals(
                List.of("Пост 2", "Пост 4"), texts(client.call("wall.get", service, "domain", "samara", "count", 2)));
        assertEquals(
                List.of("Пост 3", "Пост 1"),
                texts(client.call("wall.get", service, "domain", "samara", "count", 2, "offset", 2)));
    }

    @Test
    void authors_are_named_in_the_full_form_only() {
        post("Яма");

        JsonNode full = client.call("wall.get", service, "owner_id", -samara, "extended", 1);

        assertEquals(ANNA, full.at("/response/profiles/0/id").asLong());
        assertEquals(samara, full.at("/response/groups/0/id").asLong());
        assertFalse(client.call("wall.get", service, "owner_id", -samara)
                .path("response")
                .has("profiles"));
    }

    @Test
    void what_is_deleted_or_hidden_is_missing_until_it_is_restored() {
        String gone = post("Яма");
        String hidden = post("Лужа");
        vk.delete(gone);
        vk.hide(hidden);
        assertEquals(List.of(), texts(client.call("wall.getById", service, "posts", gone + "," + hidden)));

        vk.restore(gone);

        assertEquals(List.of("Яма"), texts(client.call("wall.get", service, "owner_id", -samara)));
    }

    @Test
    void comments_are_counted_with_their_threads_and_listed_without() {
        String post = post("Яма");
        String first = vk.comment(post, ANNA, "Большая");
        String second = vk.comment(first, 102, "Очень");
        vk.comment(second, ANNA, "Правда");

        JsonNode level = comments(post, "sort", "desc", "extended", 1, "thread_items_count", 1);

        assertEquals(3, level.at("/response/count").asInt());
        assertEquals(1, level.at("/response/current_level_count").asInt());
        assertEquals(2, level.at("/response/items/0/thread/count").asInt());
        assertEquals("Очень", level.at("/response/items/0/thread/items/0/text").asText());
        assertEquals(2, level.at("/response/profiles").size());
        JsonNode thread = comments(post, "comment_id", number(first));
        assertEquals(List.of("Очень", "Правда"), texts(thread));
        assertEquals(
                number(second), thread.at("/response/items/1/reply_to_comment").asInt());
        assertEquals(
                number(first), thread.at("/response/items/1/parents_stack/0").asInt());
    }

    @Test
    void a_deleted_comment_leaves_a_place_while_its_thread_stands() {
        String post = post("Яма");
        String first = vk.comment(post, ANNA, "Большая");
        String alone = vk.comment(post, ANNA, "Ещё");
        vk.comment(first, 102, "Очень");

        vk.delete(first);
        vk.delete(alone);

        JsonNode level = comments(post);
        assertEquals(List.of(""), texts(level));
        assertTrue(level.at("/response/items/0/deleted").asBoolean());
        assertEquals(1, level.at("/response/count").asInt());
    }

    @Test
    void long_comments_are_cut_unless_all_is_asked_for() {
        String post = post("Яма");
        vk.comment(post, ANNA, "я".repeat(200));

        assertEquals(93, texts(comments(post)).get(0).length());
        assertEquals(200, texts(comments(post, "preview_length", 0)).get(0).length());
    }

    @Test
    void comments_are_paged_from_a_comment_on() {
        String post = post("Яма");
        List<String> ids = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> vk.comment(post, ANNA, "Ответ " + i))
                .toList();

        JsonNode page = comments(post, "start_comment_id", number(ids.get(1)), "offset", 1, "count", 2);

        assertEquals(List.of("Ответ 3", "Ответ 4"), texts(page));
    }

    @Test
    void a_community_answers_a_post_and_a_comment() {
        String post = post("Яма");
        String comment = vk.comment(post, ANNA, "Большая");

        int first = reply(post, "Заделаем").at("/response/comment_id").asInt();
        JsonNode second = reply(post, "Знаем", "reply_to_comment", number(comment), "from_group", samara);

        assertEquals(List.of("Заделаем"), vk.repliesTo(post));
        assertEquals(List.of("Знаем"), vk.repliesTo(comment));
        assertEquals(number(comment), second.at("/response/parents_stack/0").asInt());
        assertEquals(
                -samara,
                comments(post, "start_comment_id", first)
                        .at("/response/items/0/from_id")
                        .asLong());
    }

    @Test
    void a_repeated_guid_shows_nothing_more() {
        String post = post("Яма");

        JsonNode first = reply(post, "Заделаем", "guid", "a");
        JsonNode again = reply(post, "Заделаем", "guid", "a");
        reply(post, "Заделаем", "guid", "b");

        assertEquals(first, again);
        assertEquals(2, vk.repliesTo(post).size());
    }

    @Test
    void what_is_closed_or_gone_takes_no_answer() {
        String closed = post("Яма");
        String gone = post("Лужа");
        vk.closeComments(closed);
        vk.delete(gone);

        assertEquals(213, error(reply(closed, "Заделаем")));
        assertFalse(comments(closed).at("/response/groups_can_post").asBoolean());
        assertEquals(104, error(reply(gone, "Заделаем")));
        vk.quirks().goneAnswer(100);
        assertEquals(100, error(reply(gone, "Заделаем")));
    }

    @Test
    void a_hidden_reply_is_taken_and_shown_to_nobody_but_its_people() {
        String post = post("Яма");
        vk.breakNext(Fault.HIDDEN_REPLY);

        int id = reply(post, "Заделаем").at("/response/comment_id").asInt();

        assertEquals(List.of("Заделаем"), vk.repliesTo(post));
        assertEquals(List.of(), texts(comments(post)));
        assertEquals(
                List.of("Заделаем"),
                texts(client.call("wall.getComment", vk.userToken(7), "owner_id", -samara, "comment_id", id)));
    }

    @Test
    void a_page_comes_twice_or_backwards_if_it_is_asked_for() {
        post("Раз");
        post("Два");
        vk.breakNext(Fault.POLL_TWICE);
        vk.breakNext(Fault.POLL_OUT_OF_ORDER);

        assertEquals(List.of("Два", "Раз", "Два", "Раз"), texts(client.call("wall.get", service, "owner_id", -samara)));
        assertEquals(List.of("Раз", "Два"), texts(client.call("wall.get", service, "owner_id", -samara)));
    }

    @Test
    void a_test_may_put_anything_into_a_post() {
        String post = post("Яма");
        vk.quirks().field(post, "geo", "{\"coordinates\":\"53.2 50.1\"}");
        vk.quirks().field(post, "text", "7");

        JsonNode item = client.call("wall.get", service, "owner_id", -samara).at("/response/items/0");

        assertEquals("53.2 50.1", item.at("/geo/coordinates").asText());
        assertTrue(item.path("text").isInt());
    }
}
