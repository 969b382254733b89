package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;

class ItemsTest {

    private final Items items = new Items(String::valueOf);
    private final Events events = new Events(items, InstantSource.fixed(Instant.EPOCH));

    private static JsonNode json(String text) {
        return WireJson.ofAnswers().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Post post(String text) {
        JsonNode item = json(text);
        return items.post(item, Items.postId(item, -1).orElseThrow(), Names.NONE)
                .orElseThrow();
    }

    @Test
    void a_post_has_everything_that_vk_says_of_it() {
        Post post =
                post("{'id':2,'owner_id':-1,'from_id':5,'date':1600000000,'edited':1600000100,'text':'[id1|Имя], яма',"
                        + "'geo':{'type':'point','coordinates':'53.2 50.15'},'attachments':[{'type':'photo','photo':{'sizes':["
                        + "{'width':10,'url':'https://a/s'},{'width':99,'url':'https://a/l'}]}},{'type':'link'}]}");

        assertEquals(PostId.of("vk", "-1_2"), post.id());
        assertEquals(Instant.ofEpochSecond(1_600_000_000), post.publishedAt());
        assertEquals(Optional.of(Instant.ofEpochSecond(1_600_000_100)), post.editedAt());
        assertEquals("[id1|Имя], яма", post.text());
        assertEquals("5", post.author().orElseThrow().nativeId());
        assertEquals(Optional.of(new GeoPoint(53.2, 50.15)), post.point());
        assertEquals(List.of(MediaRef.photo(URI.create("https://a/l"))), post.media());
        assertEquals(Optional.of(URI.create("https://vk.com/wall-1_2")), post.address());
        assertEquals(Optional.of("-1"), post.discussion().page());
    }

    @Test
    void coordinates_come_in_three_forms_and_impossible_ones_are_left_out() {
        String start = "{'id':2,'date':1,'geo':";

        assertEquals(
                Optional.of(new GeoPoint(1, 2)),
                post(start + "{'coordinates':{'latitude':1,'longitude':2}}}").point());
        assertEquals(
                Optional.of(new GeoPoint(1, 2)),
                post(start + "{'place':{'latitude':'1','longitude':'2'}}}").point());
        assertEquals(Optional.empty(), post(start + "{'coordinates':'91 0'}}").point());
        assertEquals(Optional.empty(), post(start + "{'coordinates':'north'}}").point());
    }

    @Test
    void a_repost_without_words_shows_what_it_repeats() {
        assertEquals(
                "Яма",
                post("{'id':2,'date':1,'text':'','copy_history':[{'text':'Яма'}]}")
                        .text());
        assertEquals(
                "Вот",
                post("{'id':2,'date':1,'text':'Вот','copy_history':[{'text':'Яма'}]}")
                        .text());
    }

    @Test
    void suggested_and_postponed_posts_are_not_public() {
        assertFalse(Items.isPublic(json("{'post_type':'suggest'}")));
        assertFalse(Items.isPublic(json("{'post_type':'postpone'}")));
        assertTrue(Items.isPublic(json("{'post_type':'reply'}")));
        assertTrue(Items.isPublic(json("{}")));
    }

    private PostChange event(String type, String object) {
        List<PostChange> changes = events.changes(json("{'type':'" + type + "','object':" + object + "}"), 9);
        assertEquals(1, changes.size());
        return changes.get(0);
    }

    @Test
    void events_name_the_wall_by_either_spelling_or_by_their_community() {
        String rest = "'id':3,'post_id':2,'from_id':5,'date':1,'text':'x'}";

        assertEquals(
                "-1_2_3",
                event("wall_reply_new", "{'post_owner_id':-1,'owner_id':-7," + rest)
                        .id()
                        .nativeId());
        assertEquals(
                "-7_2_3",
                event("wall_reply_edit", "{'owner_id':-7," + rest).id().nativeId());
        assertEquals("-9_2_3", event("wall_reply_restore", "{" + rest).id().nativeId());
    }

    @Test
    void a_deletion_names_the_comment_whoever_deleted_it() {
        PostChange deleted = event("wall_reply_delete", "{'owner_id':-9,'id':3,'deleter_id':5,'post_id':2}");

        assertEquals(new PostChange.Gone(PostId.of("vk", "-9_2_3"), Instant.EPOCH), deleted);
        assertEquals(List.of(), events.changes(json("{'type':'wall_reply_delete','object':{'id':3}}"), 9));
    }

    @Test
    void malformed_events_bring_nothing() {
        for (String object : List.of("null", "[]", "{}", "{'id':'x'}", "{'id':1}", "'text'", "{'id':1,'post_id':2}")) {
            for (String type : List.of("wall_post_new", "wall_reply_new", "wall_repost", "nonsense")) {
                assertEquals(List.of(), events.changes(json("{'type':'" + type + "','object':" + object + "}"), 9));
            }
        }
    }

    @Test
    void native_ids_are_read_back_and_strange_ones_are_not() {
        assertEquals(Optional.of(new NativeId(-1, 2, 3)), NativeId.parse("-1_2_3"));
        assertEquals(Optional.of(new NativeId(1, 2, 0)), NativeId.parse("1_2"));
        for (String strange : List.of("", "1", "a_b", "1_2_3_4", "1_-2", "99999999999999999999_1")) {
            assertEquals(Optional.empty(), NativeId.parse(strange));
        }
        assertEquals("https://vk.com/wall-1_2?reply=3&thread=4", new NativeId(-1, 2, 3).address(OptionalLong.of(4)));
    }
}
