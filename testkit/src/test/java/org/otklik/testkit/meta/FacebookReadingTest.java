package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

/** Pages, posts and comments of Facebook as a client reads them. */
class FacebookReadingTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake fake = MetaFake.open(clock);
    private final String page = fake.page("Заречинск");
    private final String anna = fake.person("Анна");
    private final Client client = Client.of(fake, fake.pageToken(page));

    @AfterEach
    void close() {
        fake.close();
    }

    private static List<String> texts(JsonNode list) {
        return list.path("data").findValuesAsText("message");
    }

    private List<String> comments(String post, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(fake.comment(post, anna, "№" + i));
            clock.advance(Duration.ofMinutes(1));
        }
        return ids;
    }

    private JsonNode commentsOf(String post, String... parameters) {
        Client.Answer answer = client.get(post + "/comments", parameters);
        assertEquals(200, answer.status());
        return answer.body();
    }

    @Test
    void the_feed_holds_own_visitors_and_tagged_posts_newest_first() {
        String own = fake.post(page, page, "Новости");
        String visitors = fake.visitorPost(page, "Борис", "Яма");
        String tagged = fake.taggedPost(page, anna, "Заречинск, где вода?");

        JsonNode feed = client.get(page + "/feed", "fields", "id,message,from").body();

        assertEquals(List.of("Заречинск, где вода?", "Яма", "Новости"), texts(feed));
        assertFalse(feed.at("/data/0").has("from"), "Who wrote on foreign ground is not told.");
        assertEquals("Борис", feed.at("/data/1/from/name").asText());
        assertTrue(own.startsWith(page + "_") && visitors.startsWith(page + "_"));
        assertTrue(tagged.startsWith(anna + "_"));
        assertEquals(
                List.of("Новости"), texts(client.get(page + "/published_posts").body()));
        assertEquals(List.of("Яма"), texts(client.get(page + "/visitor_posts").body()));
        assertEquals(1, client.get(page + "/tagged").body().path("data").size());
    }

    @Test
    void only_what_is_asked_for_comes_with_the_id() {
        String post = fake.post(page, page, "Новости");
        String comment = fake.comment(post, anna, "Спасибо");

        JsonNode some = client.get(comment, "fields", "message,parent{id},comment_count,can_comment")
                .body();
        JsonNode usual = client.get(comment).body();

        assertEquals(List.of("message", "comment_count", "can_comment", "id"), names(some));
        assertEquals(List.of("created_time", "from", "message", "id"), names(usual));
        assertEquals("2026-11-19T06:00:00+0000", usual.path("created_time").asText());
        assertEquals(post.split("_", -1)[1], comment.split("_", -1)[0]);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void comments_are_shuffled_unless_an_order_is_given() {
        String post = fake.post(page, page, "Новости");
        comments(post, 20);

        List<String> forward = texts(commentsOf(post, "order", "chronological", "limit", "100"));
        List<String> backward = texts(commentsOf(post, "order", "reverse_chronological", "limit", "100"));
        List<String> ranked = texts(commentsOf(post, "limit", "100"));

        assertEquals("№1", forward.get(0));
        assertEquals("№20", backward.get(0));
        assertNotEquals(forward, ranked);
        assertEquals(
                forward,
                ranked.stream()
                        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                        .toList());
    }

    @Test
    void answers_to_answers_hang_under_the_comment_at_the_top() {
        String post = fake.post(page, page, "Новости");
        String top = fake.comment(post, anna, "Яма");
        String second = fake.comment(top, page, "Где?");
        String third = fake.comment(second, anna, "У школы");

        JsonNode stream = commentsOf(
                post, "filter", "stream", "order", "chronological", "fields", "id,parent{id}", "summary", "1");

        assertEquals(
                List.of(top, second, third),
                stream.path("data").findValuesAsText("id").stream().distinct().toList());
        assertFalse(stream.at("/data/0").has("parent"));
        assertEquals(top, stream.at("/data/2/parent/id").asText());
        assertEquals(3, stream.at("/summary/total_count").asInt());
        assertEquals(List.of("Яма"), texts(commentsOf(post)));
        assertEquals(List.of("Где?", "У школы"), texts(commentsOf(top, "order", "chronological")));
    }

    @Test
    void pages_go_on_where_the_last_ended_whatever_was_written_since() {
        String post = fake.post(page, page, "Новости");
        comments(post, 5);
        JsonNode first = commentsOf(post, "order", "reverse_chronological", "limit", "2");

        fake.comment(post, anna, "Новый");
        String after = first.at("/paging/cursors/after").asText();
        JsonNode second = commentsOf(post, "order", "reverse_chronological", "limit", "2", "after", after);

        assertEquals(List.of("№5", "№4"), texts(first));
        assertEquals(List.of("№3", "№2"), texts(second));
        assertTrue(first.at("/paging/next").asText().contains("access_token=" + client.token));
    }

    @Test
    void what_was_deleted_leaves_pages_short_or_empty_although_there_is_more() {
        String post = fake.post(page, page, "Новости");
        List<String> ids = comments(post, 5);
        ids.subList(0, 3).forEach(fake::delete);

        JsonNode first = commentsOf(post, "order", "chronological", "limit", "2");
        String after = first.at("/paging/cursors/after").asText();
        JsonNode second = commentsOf(post, "order", "chronological", "limit", "2", "after", after);

        assertEquals(List.of(), texts(first));
        assertTrue(first.at("/paging").has("next"));
        assertEquals(List.of("№4"), texts(second));
        assertTrue(second.at("/paging").has("next"));
    }

    @Test
    void empty_pages_can_be_wanted_before_each_page() {
        fake.quirks().emptyPages(true);
        fake.post(page, page, "Новости");

        JsonNode empty = client.get(page + "/feed").body();
        JsonNode full = client.get(
                        page + "/feed",
                        "after",
                        empty.at("/paging/cursors/after").asText())
                .body();

        assertEquals(List.of(), texts(empty));
        assertTrue(empty.at("/paging").has("next"));
        assertEquals(List.of("Новости"), texts(full));
        assertFalse(full.at("/paging").has("next"));
    }

    @Test
    void since_and_until_bound_what_comes() {
        String post = fake.post(page, page, "Новости");
        comments(post, 5);
        String third = String.valueOf(Instant.parse("2026-11-19T06:02:00Z").getEpochSecond());

        assertEquals(List.of("№3", "№4", "№5"), texts(commentsOf(post, "order", "chronological", "since", third)));
        assertEquals(
                List.of("№3", "№4", "№5"),
                texts(commentsOf(post, "order", "chronological", "since", "2026-11-19T06:02:00+0000")));
        assertEquals(List.of(), texts(client.get(page + "/feed", "since", third).body()));
        assertEquals(
                List.of("Новости"),
                texts(client.get(page + "/feed", "until", third).body()));
    }

    @Test
    void comments_can_be_asked_for_within_their_posts() {
        String post = fake.post(page, page, "Новости");
        comments(post, 3);

        JsonNode feed = client.get(
                        page + "/feed",
                        "fields",
                        "id,comments.order(reverse_chronological).limit(2).summary(1){message}")
                .body();

        assertEquals(List.of("№3", "№2"), texts(feed.at("/data/0/comments")));
        assertEquals(3, feed.at("/data/0/comments/summary/total_count").asInt());
        assertTrue(feed.at("/data/0/comments/paging/next").asText().contains("/v25.0/" + post + "/comments?"));
    }

    @Test
    void edits_hiding_and_deletion_are_seen_at_once() {
        String post = fake.post(page, page, "Новости");
        String comment = fake.comment(post, anna, "Яма");
        client.get(comment, "fields", "message,is_hidden");

        fake.edit(comment, "Большая яма");
        fake.hide(comment);
        JsonNode changed = client.get(comment, "fields", "message,is_hidden").body();
        fake.delete(post);

        assertEquals("Большая яма", changed.path("message").asText());
        assertTrue(changed.path("is_hidden").asBoolean());
        assertEquals(33, client.get(comment).subcode());
        assertEquals(100, client.get(post).code());
        assertEquals(0, client.get(page + "/feed").body().path("data").size());
    }

    @Test
    void hidden_posts_come_only_if_they_are_wanted() {
        fake.hide(fake.post(page, page, "Черновик"));

        assertEquals(List.of(), texts(client.get(page + "/feed").body()));
        assertEquals(
                List.of("Черновик"),
                texts(client.get(page + "/feed", "include_hidden", "true").body()));
    }

    @Test
    void several_nodes_are_read_in_one_call_and_one_that_is_gone_spoils_it() {
        String first = fake.post(page, page, "Раз");
        String second = fake.post(page, page, "Два");

        JsonNode both =
                client.get("", "ids", first + "," + second, "fields", "message").body();
        fake.delete(second);

        assertEquals("Два", both.path(second).path("message").asText());
        assertEquals(33, client.get("", "ids", first + "," + second).subcode());
    }

    @Test
    void faults_of_reading_happen_once() {
        String post = fake.post(page, page, "Новости");
        comments(post, 2);
        fake.breakNext(Fault.POLL_FAILS);
        fake.breakNext(Fault.POLL_TWICE);
        fake.breakNext(Fault.POLL_OUT_OF_ORDER);

        Client.Answer failed = client.get(post + "/comments", "order", "chronological");

        assertEquals(500, failed.status());
        assertTrue(failed.body().at("/error/is_transient").asBoolean());
        assertEquals(List.of("№2", "№1", "№2", "№1"), texts(commentsOf(post, "order", "chronological")));
        assertEquals(List.of("№1", "№2"), texts(commentsOf(post, "order", "chronological")));
        assertEquals(3, fake.callsOf("GET comments"));
    }

    @Test
    void people_are_named_only_to_those_who_have_the_permission() {
        String post = fake.post(page, page, "Новости");
        fake.comment(post, anna, "Яма");
        fake.comment(post, page, "Спасибо");
        assertTrue(commentsOf(post, "order", "chronological").at("/data/0").has("from"));

        fake.tokens().deny(client.token, "pages_read_user_content");
        JsonNode comments = commentsOf(post, "order", "chronological");

        assertFalse(comments.at("/data/0").has("from"));
        assertEquals(page, comments.at("/data/1/from/id").asText());
    }
}
