package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.PostPage;
import org.otklik.spi.Replyability;

/** What becomes of each kind of message. */
class TgReadingTest {

    private final TgHost host = TgHost.open();

    TgReadingTest() {
        host.read();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void a_comment_under_a_post_of_a_channel_comes_with_it_on_the_channels_page() {
        host.watching("@Samara_Official", "samara");
        int comment = host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма у вокзала");

        Post post = host.only();

        assertEquals(host.message(comment), post.id());
        assertEquals(Optional.of(AuthorRef.of("telegram", String.valueOf(host.anna), "Мария Петрова")), post.author());
        Discussion discussion = post.discussion();
        assertEquals(Optional.of(host.channelPost(host.post)), discussion.parent());
        assertEquals(Optional.of("Спрашивайте, отвечаем"), discussion.parentText());
        assertEquals(Optional.of("@Samara_Official"), discussion.page());
        assertEquals(Optional.of("samara"), discussion.pagePlace().map(Object::toString));
        assertEquals(
                Optional.of(URI.create("https://t.me/samara_official/" + host.post + "?comment=" + comment)),
                post.address());
    }

    @Test
    void an_answer_to_a_comment_keeps_its_root_also_in_the_next_process() {
        int comment = host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма у вокзала");
        int deeper = host.telegram.talk().reply(host.group, comment, host.anna, "И лужа");
        List<Post> both = host.read();
        host.adapter = host.node();
        host.telegram.talk().reply(host.group, deeper, host.anna, "И вторая");

        Discussion first = both.get(1).discussion();
        Discussion later = host.only().discussion();

        assertEquals(Optional.of(host.message(comment)), first.parent());
        assertEquals(Optional.of("Яма у вокзала"), first.parentText());
        assertEquals(Optional.of(host.channelPost(host.post)), first.root());
        assertEquals(Optional.of("Спрашивайте, отвечаем"), first.rootText());
        assertEquals(first.root(), later.root());
        assertEquals(Optional.empty(), later.rootText());
        assertEquals(first.page(), later.page());
    }

    @Test
    void a_post_of_a_channel_is_one_post_whether_it_comes_from_the_channel_or_its_discussion() {
        host.telegram.chats().add(host.channel, host.bot);
        int news = host.telegram.talk().post(host.channel, "Завтра отключат воду");

        List<Post> posts = host.read();

        assertEquals(2, posts.size());
        assertEquals(host.channelPost(news), posts.get(0).id());
        assertEquals(posts.get(0).id(), posts.get(1).id());
        assertEquals(
                Optional.of(String.valueOf(host.channel)), posts.get(1).author().map(AuthorRef::nativeId));
        assertEquals(posts.get(0).address(), posts.get(1).address());
        assertEquals(posts.get(0).discussion(), posts.get(1).discussion());
    }

    /** The number that such a copy shows is one of the other channel. */
    @Test
    void what_a_channel_took_from_another_is_discussed_under_its_copy() {
        long other = host.telegram.chats().channel("elsewhere", "Другие");
        int news = host.telegram.talk().post(other, "Отключат воду");
        int taken = host.telegram.talk().forward(host.channel, other, news);
        int copy = host.telegram.talk().thread(host.channel, taken);
        host.telegram.talk().comment(host.channel, taken, host.anna, "Надолго?");

        List<Post> posts = host.read();

        assertEquals(host.message(copy), posts.get(0).id());
        assertEquals(Optional.of(host.message(copy)), posts.get(1).discussion().parent());
        assertEquals(
                Optional.of(String.valueOf(host.channel)),
                posts.get(1).discussion().page());
    }

    @Test
    void edits_say_when_they_were_made() {
        int comment = host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");
        host.read();
        host.clock.advance(Duration.ofMinutes(5));
        host.telegram.talk().edit(host.group, comment, "Большая яма");

        Post edited = host.only();

        assertEquals("Большая яма", edited.text());
        assertEquals(Optional.of(TgHost.MORNING.plus(Duration.ofMinutes(5))), edited.editedAt());
        assertEquals(TgHost.MORNING, edited.publishedAt());
    }

    @Test
    void anonymous_administrators_and_channels_are_named_by_the_chat_that_speaks() {
        int comment = host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");
        host.telegram.talk().replyAs(host.group, comment, host.group, "Заделаем");
        host.telegram.talk().replyAs(host.group, comment, host.channel, "Заделали");

        List<Post> posts = host.read();

        assertEquals(
                List.of(host.anna, host.group, host.channel),
                posts.stream()
                        .map(post -> Long.parseLong(post.author().orElseThrow().nativeId()))
                        .toList());
    }

    @Test
    void a_picture_speaks_by_its_caption_and_an_album_once() {
        host.telegram.talk().photo(host.group, host.anna, "Вот яма", "album-1");
        host.telegram.talk().photo(host.group, host.anna, "", "album-1");
        host.telegram.talk().photo(host.group, host.anna, "", "");

        List<Post> posts = host.read();

        assertEquals(List.of("Вот яма", ""), posts.stream().map(Post::text).toList());
        assertEquals(List.of(MediaRef.photo()), posts.get(0).media());
    }

    @Test
    void a_place_that_is_sent_is_where_it_is() {
        ObjectNode spot = object();
        spot.putObject("location").put("latitude", 53.2).put("longitude", 50.1);
        spot.putObject("venue")
                .put("title", "Вокзал")
                .put("address", "Комсомольская площадь, 1")
                .putObject("location")
                .put("latitude", 53.2)
                .put("longitude", 50.1);
        host.telegram.talk().other(host.group, host.anna, spot);

        Post post = host.only();

        assertEquals("Вокзал, Комсомольская площадь, 1", post.text());
        assertEquals(Optional.of(new GeoPoint(53.2, 50.1)), post.point());
    }

    @Test
    void who_joins_or_pins_says_nothing() {
        ObjectNode joined = object();
        joined.putArray("new_chat_members")
                .addObject()
                .put("id", host.anna)
                .put("is_bot", false)
                .put("first_name", "Мария");
        host.telegram.talk().other(host.group, host.anna, joined);

        assertEquals(List.of(), host.read());
    }

    @Test
    void words_to_the_bot_are_posts_of_no_page_with_the_bots_own_numbers() {
        int said = host.telegram.talk().tell(host.bot, host.anna, "Яма у вокзала");

        Post post = host.only();

        assertEquals(PostId.of("telegram", "bot" + host.bot + ":" + host.anna + ":" + said), post.id());
        assertEquals(Discussion.NONE, post.discussion());
        assertEquals(Optional.empty(), post.address());
    }

    @Test
    void plain_groups_are_read_under_their_names_and_numbers() {
        long open = host.telegram.chats().supergroup("tlt_chat", "Чат Тольятти");
        long closed = host.telegram.chats().supergroup("", "Свои");
        for (long chat : List.of(open, closed)) {
            host.telegram.chats().add(chat, host.bot);
        }
        host.watching("https://t.me/TLT_chat", "tolyatti");
        int question = host.telegram.talk().say(open, host.anna, "Когда дадут воду?");
        host.telegram.talk().reply(open, question, host.anna, "Никто не знает?");
        host.telegram.talk().say(closed, host.anna, "Тут тоже нет");

        List<Post> posts = host.read();

        assertEquals(
                Optional.of("https://t.me/TLT_chat"), posts.get(0).discussion().page());
        assertEquals(
                Optional.of(URI.create("https://t.me/tlt_chat/" + question)),
                posts.get(0).address());
        assertEquals(posts.get(0).id(), posts.get(1).discussion().parent().orElseThrow());
        assertEquals(Optional.empty(), posts.get(1).discussion().root());
        assertEquals(
                Optional.of(String.valueOf(closed)), posts.get(2).discussion().page());
        assertTrue(posts.get(2).address().orElseThrow().toString().startsWith("https://t.me/c/1500"));
    }

    @Test
    void in_a_forum_the_beginning_of_a_topic_is_nobodys_words() {
        long forum = host.telegram.chats().supergroup("", "Форум");
        host.telegram.chats().forum(forum);
        host.telegram.chats().add(forum, host.bot);
        int topic = host.telegram.talk().other(forum, host.anna, topic());
        host.telegram.talk().reply(forum, topic, host.anna, "Нет воды");

        Post post = host.only();

        assertEquals(Optional.empty(), post.discussion().parent());
        assertEquals(Optional.empty(), post.discussion().root());
    }

    private static ObjectNode topic() {
        ObjectNode topic = object();
        topic.putObject("forum_topic_created").put("name", "Вода").put("icon_color", 7_322_096);
        return topic;
    }

    @Test
    void two_bots_count_the_messages_of_a_small_group_each_by_itself() {
        long small = host.telegram.chats().group("Двор");
        host.telegram.talk().tell(host.bot, host.anna, "Привет");
        host.telegram.chats().add(small, host.bot);
        int said = host.telegram.talk().say(small, host.anna, "Фонарь не горит");

        Post post = host.read().get(1);

        int own = host.telegram.talk().numberFor(host.bot, small, said);
        assertEquals(PostId.of("telegram", "bot" + host.bot + ":" + small + ":" + own), post.id());
        assertEquals(Optional.empty(), post.address());
    }

    @Test
    void what_cannot_be_read_fails_alone_and_unknown_kinds_are_left_out() {
        ObjectNode blank = object().put("message_id", 0).put("date", 0);
        blank.putObject("chat").put("id", host.group).put("type", "supergroup").put("title", "Обсуждение");
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Раз");
        host.telegram.tell(host.bot, "message", blank);
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Два");

        PostPage page = host.poll();

        assertEquals(2, page.changes().size());
        assertEquals("MALFORMED", page.unreadable().get(0).reason());
        assertEquals(List.of(), host.read());
    }

    @Test
    void chats_that_are_not_watched_can_be_left_out() {
        try (TgHost picky = new TgHost(settings -> settings.account("official").onlyWatchedChats())) {
            picky.watching("samara_official", "samara");
            long strange = picky.telegram.chats().supergroup("spam", "Спам");
            picky.telegram.chats().add(strange, picky.bot);
            picky.telegram.talk().say(strange, picky.anna, "Купите слона");
            picky.telegram.talk().comment(picky.channel, picky.post, picky.anna, "Яма");
            picky.telegram.talk().tell(picky.bot, picky.anna, "Лужа");

            assertEquals(
                    List.of("Яма", "Лужа"),
                    picky.read().stream().map(Post::text).toList());
        }
    }

    @Test
    void who_threw_the_bot_out_cannot_be_answered_until_it_is_back() {
        int comment = host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");
        Post post = host.only();
        host.telegram.chats().kick(host.group, host.bot);
        host.read();

        assertEquals(
                new Replyability.Impossible("BOT_REMOVED", post.address()),
                host.adapter.canReply(TgHost.ACCOUNT, post));
        host.telegram.chats().add(host.group, host.bot);
        host.read();
        assertEquals(new Replyability.Possible(4096), host.adapter.canReply(TgHost.ACCOUNT, post));
        assertEquals(host.message(comment), post.id());
    }
}
