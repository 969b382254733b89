package org.otklik.testkit.x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

class XFakeReadingTest {

    private static final String ALL = "&tweet.fields=author_id,created_at,conversation_id,in_reply_to_user_id,"
            + "referenced_tweets,lang,geo,entities,public_metrics,reply_settings,note_tweet,edit_history_tweet_ids"
            + "&expansions=author_id,referenced_tweets.id,geo.place_id&user.fields=protected";

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z"));
    private final XFake x = XFake.open(time);
    private final Client client = new Client(x);
    private final String citizen = x.user("Citizen");

    @AfterEach
    void close() {
        x.close();
    }

    @Test
    void search_finds_words_newest_first_and_says_where_to_go_on() {
        String first = x.post(citizen, "Яма на дороге");
        String second = x.post(citizen, "Ещё яма");
        x.post(citizen, "Лужа");

        Client.Answer found = client.search("яма OR провал", "");

        assertEquals(second + " " + first, found.ids());
        assertEquals(second, found.body().at("/meta/newest_id").asText());
        assertEquals("449", found.headers().get("x-rate-limit-remaining"));
        assertEquals(
                Long.toString(time.instant().plus(Duration.ofMinutes(15)).getEpochSecond()),
                found.headers().get("x-rate-limit-reset"));
    }

    @Test
    void nothing_found_has_no_data() {
        Client.Answer found = client.search("яма", "");

        assertEquals("{\"meta\":{\"result_count\":0}}", found.body().toString());
    }

    @Test
    void pages_follow_one_another_without_gap() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            all.insert(0, x.post(citizen, "яма " + i) + " ");
        }

        Client.Answer first = client.search("яма", "&max_results=10");
        Client.Answer second = client.search("яма", "&max_results=10&next_token=" + next(first));
        Client.Answer third = client.search("яма", "&max_results=10&next_token=" + next(second));

        assertEquals(all.toString().strip(), first.ids() + " " + second.ids() + " " + third.ids());
        assertFalse(third.body().path("meta").has("next_token"));
        assertEquals(400, client.search("лужа", "&next_token=" + next(first)).status());
    }

    private static String next(Client.Answer answer) {
        return answer.body().at("/meta/next_token").asText();
    }

    @Test
    void since_id_excludes_itself_and_may_not_be_older_than_search_reaches() {
        String old = x.post(citizen, "яма раз");
        String fresh = x.post(citizen, "яма два");

        assertEquals(fresh, client.search("яма", "&since_id=" + old).ids());

        time.advance(Duration.ofDays(8));
        assertEquals(400, client.search("яма", "&since_id=" + old).status());
        assertEquals("", client.search("яма", "").ids());
    }

    @Test
    void wrong_questions_are_refused() {
        assertEquals(400, client.get("/2/tweets/search/recent", x.bearer()).status());
        assertEquals(400, client.search("яма", "&max_results=5").status());
        assertEquals(400, client.search("яма", "&max_results=101").status());
        assertEquals(400, client.search("яма", "&colour=red").status());
        assertEquals(400, client.search("яма", "&tweet.fields=colour").status());
        assertEquals(400, client.search("яма", "&post.fields=id").status());
        assertEquals(400, client.search("яма", "&start_time=yesterday").status());
        assertEquals(400, client.search("(яма", "").status());
        assertEquals(400, client.search("-яма", "").status());
        assertEquals(400, client.search("lang:ru", "").status());
        assertEquals(400, client.search("яма -(лужа OR снег)", "").status());
        assertEquals(400, client.search("colour:red яма", "").status());
        assertEquals(400, client.search("я".repeat(513), "").status());
        assertEquals(404, client.get("/2/tweets/search", x.bearer()).status());
    }

    @Test
    void operators_say_what_they_mean() {
        String official = x.user("samara_region");
        String asked = x.post(citizen, "@samara_region Где горячая вода? #Самара");
        String answered = x.reply(x.user("Other"), asked, "И у нас холодная вода");
        String english = x.post(citizen, "Hot water");

        assertEquals(asked, client.search("\"горячая вода\"", "").ids());
        assertEquals(asked, client.search("#самара -холодная", "").ids());
        assertEquals(
                answered + " " + asked,
                client.search("conversation_id:" + asked, "").ids());
        assertEquals(english + " " + asked, client.search("from:Citizen", "").ids());
        assertEquals(
                asked, client.search("(вода OR water) lang:ru -is:reply", "").ids());
        assertEquals(
                asked,
                client.get("/2/users/" + official + "/mentions", x.bearer()).ids());
        assertEquals(
                english + " " + asked,
                client.get("/2/users/" + citizen + "/tweets", x.bearer()).ids());
    }

    @Test
    void fields_are_shown_when_they_are_asked_for() {
        String root = x.post(citizen, "Яма & лужа https://example.org/a");
        String answer = x.reply(x.user("Other"), root, "Подтверждаю яму");
        x.locate(answer, "Самара", 50.1, 53.2);

        JsonNode bare = client.search("подтверждаю", "").body().at("/data/0");
        Client.Answer whole = client.search("подтверждаю", ALL);
        JsonNode post = whole.body().at("/data/0");

        assertEquals(3, bare.size());
        assertEquals("@Citizen Подтверждаю яму", post.path("text").asText());
        assertEquals(root, post.path("conversation_id").asText());
        assertEquals("replied_to", post.at("/referenced_tweets/0/type").asText());
        assertEquals("2026-07-24T21:23:23.000Z", post.path("created_at").asText());
        assertEquals(root, whole.body().at("/includes/tweets/0/id").asText());
        assertTrue(whole.body().at("/includes/tweets/0/text").asText().startsWith("Яма &amp; лужа https://t.co/"));
        assertEquals(
                "https://example.org/a",
                whole.body()
                        .at("/includes/tweets/0/entities/urls/0/expanded_url")
                        .asText());
        assertEquals("Самара", whole.body().at("/includes/places/0/full_name").asText());
    }

    @Test
    void the_other_spelling_has_other_names() {
        x.spelling(Spelling.POST);
        String root = x.post(citizen, "Яма");
        x.reply(citizen, root, "Большая яма");

        Client.Answer found = client.search(
                "большая", "&post.fields=created_at&expansions=author_id,referenced_posts,edit_history_post_ids");

        assertEquals(root, found.body().at("/data/0/referenced_posts/0/id").asText());
        assertEquals(root, found.body().at("/includes/posts/0/id").asText());
        assertEquals(1, found.body().at("/data/0/edit_history_post_ids").size());
        assertEquals(400, client.search("яма", "&post.fields=author_id").status());
        assertEquals(400, client.search("яма", "&tweet.fields=created_at").status());
    }

    @Test
    void an_edit_has_a_new_id_and_both_know_each_other() {
        String old = x.post(citizen, "яма");
        time.advance(Duration.ofMinutes(5));
        String fresh = x.edit(old, "яма на Ленина");

        Client.Answer found = client.search("яма", "");

        assertEquals(fresh, found.ids());
        assertEquals(
                "[\"" + old + "\",\"" + fresh + "\"]",
                found.body().at("/data/0/edit_history_tweet_ids").toString());
    }

    @Test
    void what_is_gone_is_an_error_within_an_answer() {
        String here = x.post(citizen, "яма");
        String gone = x.post(citizen, "лужа");
        String secret = x.post(x.user("Closed"), "тайна");
        x.delete(gone);
        x.protect(x.user("Closed"));

        Client.Answer found = client.get("/2/tweets?ids=" + here + "," + gone + "," + secret, x.bearer());

        assertEquals(200, found.status());
        assertEquals(here, found.ids());
        assertEquals(gone, found.body().at("/errors/0/resource_id").asText());
        assertTrue(found.body().at("/errors/0/type").asText().endsWith("resource-not-found"));
        assertTrue(found.body().at("/errors/1/type").asText().endsWith("not-authorized-for-resource"));
    }

    @Test
    void the_index_may_lag() {
        x.indexLag(Duration.ofSeconds(30));
        String id = x.post(citizen, "яма");

        assertEquals("", client.search("яма", "").ids());
        time.advance(Duration.ofSeconds(30));
        assertEquals(id, client.search("яма", "").ids());
    }

    @Test
    void a_long_post_is_cut_and_stands_whole_in_its_note() {
        x.post(citizen, "яма " + "очень ".repeat(60));

        JsonNode post = client.search("яма", ALL).body().at("/data/0");

        assertEquals(280, post.path("text").asText().length());
        assertTrue(post.at("/note_tweet/text").asText().length() > 300);
    }

    @Test
    void faults_happen_once() {
        String first = x.post(citizen, "яма раз");
        String second = x.post(citizen, "яма два");
        x.breakNext(Fault.POLL_FAILS);
        x.breakNext(Fault.POLL_RATE_LIMIT);
        x.breakNext(Fault.POLL_TWICE);
        x.breakNext(Fault.POLL_OUT_OF_ORDER);

        assertEquals(503, client.search("яма", "").status());
        Client.Answer limited = client.search("яма", "");
        assertEquals(429, limited.status());
        assertEquals("0", limited.headers().get("x-rate-limit-remaining"));
        assertEquals(
                String.join(" ", second, first, second, first),
                client.search("яма", "").ids());
        assertEquals(first + " " + second, client.search("яма", "").ids());
        assertEquals(second + " " + first, client.search("яма", "").ids());
    }
}
