package org.otklik.testkit.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest extends VkTest {

    private JsonNode search(String query, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "q";
        all[1] = query;
        System.arraycopy(more, 0, all, 2, more.length);
        return client.call("newsfeed.search", service, all);
    }

    @ParameterizedTest
    @CsvSource({
        "яма, true",
        "ямы на дороге, true",
        "ДОРОГУ, true",
        "'\"большая яма\"', true",
        "'\"яма большая\"', false",
        "яма -самара, false",
        "яма -волга, true",
        "#самара, true",
        "#дорога, false",
        "лужа, false",
        "'', true"
    })
    void words_phrases_tags_and_minus_are_understood(String query, boolean found) {
        post("Большая яма на дороге, ёлки! #Самара");

        assertEquals(found ? 1 : 0, texts(search(query)).size());
    }

    @Test
    void the_last_day_is_searched_unless_a_window_is_given() {
        post("Яма старая");
        long then = clock.instant().getEpochSecond();
        clock.advance(Duration.ofDays(2));
        post("Яма новая");

        assertEquals(List.of("Яма новая"), texts(search("яма")));
        assertEquals(List.of("Яма новая", "Яма старая"), texts(search("яма", "start_time", then)));
        assertEquals(List.of("Яма старая"), texts(search("яма", "start_time", then, "end_time", then)));
    }

    @Test
    void pages_go_on_where_the_last_one_ended_though_posts_are_added() {
        for (int i = 1; i <= 5; i++) {
            post("Яма " + i);
        }

        JsonNode first = search("яма", "count", 2);
        post("Яма 6");
        JsonNode second = search(
                "яма", "count", 3, "start_from", first.at("/response/next_from").asText());

        assertEquals(List.of("Яма 5", "Яма 4"), texts(first));
        assertEquals(List.of("Яма 3", "Яма 2", "Яма 1"), texts(second));
        assertFalse(second.path("response").has("next_from"));
    }

    @Test
    void no_more_than_a_thousand_posts_are_found() {
        for (int i = 0; i < 1_200; i++) {
            post("Яма " + i);
        }
        int pages = 1;
        int found = 0;
        JsonNode page = search("яма", "count", 200);
        found += texts(page).size();
        while (page.path("response").has("next_from")) {
            page = search(
                    "яма",
                    "count",
                    200,
                    "start_from",
                    page.at("/response/next_from").asText());
            found += texts(page).size();
            pages++;
        }

        assertEquals(1_000, found);
        assertEquals(5, pages);
    }

    @Test
    void comments_are_found_in_the_form_of_posts() {
        String post = post("Лужа");
        vk.comment(post, ANNA, "И яма тут");

        JsonNode item = search("яма", "extended", 1).at("/response/items/0");

        assertEquals("reply", item.path("post_type").asText());
        assertEquals(number(post), item.path("post_id").asInt());
    }

    @Test
    void an_edited_post_is_found_by_its_new_words_only() {
        String post = post("Яма");

        vk.edit(post, "Лужа");

        assertEquals(List.of(), texts(search("яма")));
        assertEquals(List.of("Лужа"), texts(search("лужа")));
        assertEquals(List.of("Лужа"), texts(client.call("wall.search", service, "owner_id", -samara, "query", "лужу")));
    }
}
