package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testkit.SettableClock;

/** Media, comments, mentions and hashtags of Instagram. */
class InstagramTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake fake = MetaFake.open(clock);
    private final String town = fake.instagram("zarechinsk");
    private final Client client = Client.of(fake, fake.instagramToken(town));
    private final Client facebook = Client.of(fake, fake.tokens().facebookLogin(town));
    private final String media = fake.media(town, "Новости");
    private final String comment = fake.igComment(media, "anna", "Яма");

    @AfterEach
    void close() {
        fake.close();
    }

    private static List<String> texts(JsonNode list) {
        return list.path("data").findValuesAsText("text");
    }

    private Client.Answer reply(String to, String text) {
        return client.post(to + "/replies", "message", text);
    }

    @Test
    void the_media_of_an_account_come_newest_first_without_live_ones() {
        clock.advance(Duration.ofMinutes(1));
        String second = fake.media(town, "Вода");
        fake.liveMedia(town);

        JsonNode list = client.get(town + "/media", "fields", "id,caption,timestamp,comments_count")
                .body();

        assertEquals(List.of(second, media), list.path("data").findValuesAsText("id"));
        assertEquals(1, list.at("/data/1/comments_count").asInt());
        assertEquals(
                2,
                client.get("me", "fields", "media_count")
                        .body()
                        .path("media_count")
                        .asInt());
        assertEquals("id", client.get(media).body().fieldNames().next());
    }

    @Test
    void comments_come_newest_first_at_the_top_only_with_replies_if_they_are_wanted() {
        fake.igComment(comment, "boris", "И у нас");
        clock.advance(Duration.ofMinutes(1));
        fake.igComment(media, "vera", "Спасибо");

        JsonNode list = client.get(
                        media + "/comments", "fields", "text,username,from,parent_id,replies{text,parent_id}")
                .body();

        assertEquals("Спасибо", list.at("/data/0/text").asText());
        assertEquals("anna", list.at("/data/1/from/username").asText());
        assertEquals(2, list.path("data").size());
        assertFalse(list.at("/data/1").has("parent_id"));
        assertEquals(comment, list.at("/data/1/replies/data/0/parent_id").asText());
        assertEquals(List.of("И у нас"), texts(client.get(comment + "/replies").body()));
    }

    @Test
    void a_page_has_fifty_comments_at_most() {
        for (int i = 0; i < 60; i++) {
            fake.igComment(media, "anna", "№" + i);
        }

        assertEquals(
                50,
                client.get(media + "/comments", "limit", "100")
                        .body()
                        .path("data")
                        .size());
        assertEquals(100, client.get(media + "/comments", "limit", "101").code());
    }

    @Test
    void an_answer_hangs_under_the_comment_at_the_top() {
        String second = fake.igComment(comment, "boris", "И у нас");

        String id = reply(second, "Заделаем.").body().path("id").asText();

        JsonNode written =
                client.get(id, "fields", "username,parent_id,user,media,hidden").body();
        assertEquals(comment, written.path("parent_id").asText());
        assertEquals("zarechinsk", written.path("username").asText());
        assertEquals(town, written.at("/user/id").asText());
        assertEquals(media, written.at("/media/id").asText());
        assertEquals(List.of("Заделаем."), fake.repliesTo(second));
    }

    @Test
    void own_media_are_commented_and_those_of_others_are_not() {
        String foreign = fake.hashtagMedia("яма", "anna", "Яма #яма");

        assertEquals(
                200, client.post(media + "/comments", "message", "Дополним.").status());
        assertEquals(10, client.post(foreign + "/comments", "message", "Да.").code());
        assertEquals(List.of("Дополним."), fake.repliesTo(media));
    }

    @Test
    void hidden_live_closed_and_gone_comments_are_not_answered() {
        String live = fake.igComment(fake.liveMedia(town), "anna", "Привет");
        String second = fake.igComment(media, "boris", "Ой");
        fake.hide(second);

        assertEquals(10, reply(live, "Да.").code());
        assertEquals(10, reply(second, "Да.").code());
        fake.delete(second);
        assertEquals(33, reply(second, "Да.").subcode());
        fake.quirks().closeComments(media);
        assertEquals(10, reply(comment, "Да.").code());
        assertEquals(0, fake.writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#а #б #в #г #д", "https://a.example https://b.example", "ЗАДЕЛАЕМ ВСЁ"})
    void what_the_rules_of_2014_refuse_is_refused(String text) {
        assertEquals(100, reply(comment, text).code());
    }

    @Test
    void a_comment_is_not_longer_than_it_may_be() {
        assertEquals(100, reply(comment, "д".repeat(301)).code());
        assertEquals(200, reply(comment, "д".repeat(300)).status());

        fake.quirks().longestOnInstagram(2_200);
        assertEquals(200, reply(comment, "д".repeat(301)).status());
    }

    @Test
    void comments_are_hidden_and_deleted_but_not_edited() {
        assertEquals(100, client.post(comment, "message", "Нет ямы").code());
        assertTrue(client.post(comment, "hide", "true").body().path("success").asBoolean());
        assertTrue(client.get(comment, "fields", "hidden").body().path("hidden").asBoolean());
        assertTrue(client.delete(comment).body().path("success").asBoolean());
        assertEquals(33, client.get(comment).subcode());
    }

    @Test
    void a_mentioned_comment_is_read_through_the_account_with_facebook_login_only_and_without_its_author() {
        String mention = fake.mentionComment(town, "anna", "@zarechinsk, где вода?");
        String fields = "mentioned_comment.comment_id(" + mention + "){id,text,timestamp,username,media{id}}";

        JsonNode comment = facebook.get(town, "fields", fields).body().path("mentioned_comment");

        assertEquals("zarechinsk, где вода?", comment.path("text").asText());
        assertFalse(comment.has("username"));
        assertEquals(fake.rootOf(mention), comment.at("/media/id").asText());
        assertEquals(100, client.get(town, "fields", fields).code());
        assertEquals(33, facebook.get(mention).subcode());
    }

    @Test
    void a_mentioned_medium_is_read_through_the_account() {
        String mention = fake.mentionMedia(town, "anna", "@zarechinsk, где вода?");
        String fields = "mentioned_media.media_id(" + mention + "){caption,username}";

        JsonNode medium = facebook.get(town, "fields", fields).body().path("mentioned_media");

        assertEquals("zarechinsk, где вода?", medium.path("caption").asText());
        assertEquals("anna", medium.path("username").asText());
        assertEquals(
                33, facebook.get(town, "fields", fields.replace(mention, media)).subcode());
    }

    @Test
    void mentions_are_answered_through_the_account_with_the_medium_named() {
        String inComment = fake.mentionComment(town, "anna", "@zarechinsk, где вода?");
        String inCaption = fake.mentionMedia(town, "anna", "@zarechinsk, где вода?");
        String path = town + "/mentions";

        assertEquals(
                100,
                client.post(path, "comment_id", inComment, "message", "Дадим.").code());
        assertEquals(
                200,
                client.post(path, "media_id", fake.rootOf(inComment), "comment_id", inComment, "message", "Дадим.")
                        .status());
        assertEquals(
                200,
                client.post(path, "media_id", inCaption, "message", "Скоро.").status());
        assertEquals(
                100,
                client.post(path, "media_id", inCaption, "comment_id", inComment, "message", "Дадим.")
                        .code());
        assertEquals(List.of("Дадим."), fake.repliesTo(inComment));
        assertEquals(List.of("Скоро."), fake.repliesTo(inCaption));
    }

    @Test
    void stories_and_photo_tags_are_not_answered() {
        String story = fake.citizens().mentionStory(town, "anna");
        String tag = fake.citizens().photoTag(town, "anna", "На площади");

        assertEquals(
                List.of(tag), client.get(town + "/tags", "fields", "id").body().findValuesAsText("id"));
        for (String target : List.of(story, tag, media)) {
            assertEquals(
                    10,
                    client.post(town + "/mentions", "media_id", target, "message", "Да.")
                            .code());
        }
    }

    private Client.Answer search(String tag) {
        return facebook.get("ig_hashtag_search", "user_id", town, "q", tag);
    }

    @Test
    void a_hashtag_shows_the_media_of_the_last_day_without_authors() {
        fake.hashtagMedia("яма", "anna", "Старая #яма");
        clock.advance(Duration.ofHours(25));
        String fresh = fake.hashtagMedia("Яма", "boris", "Новая #яма");
        String tag = search("яма").body().at("/data/0/id").asText();

        JsonNode list = facebook.get(tag + "/recent_media", "user_id", town, "fields", "id,caption")
                .body();

        assertEquals(List.of(fresh), list.path("data").findValuesAsText("id"));
        assertEquals(
                100,
                facebook.get(tag + "/recent_media", "user_id", town, "fields", "username")
                        .code());
        assertEquals(100, facebook.get(tag + "/recent_media", "fields", "id").code());
        assertEquals(24, search("неттакого").code());
        assertEquals(
                10, client.get("ig_hashtag_search", "user_id", town, "q", "яма").code());
    }

    @Test
    void thirty_hashtags_a_week_are_searched_and_no_more() {
        for (int i = 0; i < 31; i++) {
            fake.hashtagMedia("tag" + i, "anna", "#tag" + i);
        }
        for (int i = 0; i < 30; i++) {
            assertEquals(200, search("tag" + i).status());
        }

        assertEquals(18, search("tag30").code());
        assertEquals(200, search("tag3").status());
        assertEquals(
                30,
                facebook.get(town + "/recently_searched_hashtags")
                        .body()
                        .path("data")
                        .size());
        clock.advance(Duration.ofDays(7));
        assertEquals(200, search("tag30").status());
    }

    @Test
    void the_token_of_a_linked_page_acts_for_the_account_too() {
        String page = fake.page("Заречинск");
        Client linked = Client.of(fake, fake.pageToken(page));
        assertEquals(33, linked.get(media).subcode());

        fake.tokens().link(page, town);

        assertEquals(200, linked.get(media).status());
        assertEquals(200, linked.post(comment + "/replies", "message", "Да.").status());
        assertEquals(
                town,
                linked.get(page, "fields", "instagram_business_account")
                        .body()
                        .at("/instagram_business_account/id")
                        .asText());
    }

    @Test
    void a_missing_permission_is_named() {
        fake.tokens().deny(client.token, "instagram_business_manage_comments");

        assertEquals(200, client.get(media).status());
        assertEquals(10, client.get(media + "/comments").code());
        assertEquals(10, reply(comment, "Да.").code());
    }
}
