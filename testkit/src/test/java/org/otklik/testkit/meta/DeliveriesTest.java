package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.SettableClock;

/** What the networks deliver, and how it is signed. */
class DeliveriesTest {

    private final MetaFake fake = MetaFake.open(SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z")));
    private final String page = fake.page("Заречинск");
    private final String anna = fake.person("Анна");
    private final String town = fake.instagram("zarechinsk");

    @AfterEach
    void close() {
        fake.close();
    }

    private static JsonNode read(Optional<WebhookRequest> delivery) {
        try {
            return new ObjectMapper().readTree(delivery.orElseThrow().body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode next(String account) {
        return read(fake.nextDelivery(account)).at("/entry/0/changes/0");
    }

    private List<String> verbs(String account) {
        List<String> verbs = new ArrayList<>();
        while (fake.webhooks().waiting(account) > 0) {
            JsonNode value = next(account).path("value");
            verbs.add(value.path("item").asText() + " " + value.path("verb").asText());
        }
        return verbs;
    }

    @Test
    void a_delivery_is_signed_over_its_raw_escaped_bytes() {
        fake.post(page, page, "а/б");

        WebhookRequest delivery = fake.nextDelivery(page).orElseThrow();

        String body = new String(delivery.body(), StandardCharsets.UTF_8);
        assertTrue(body.contains("\"message\":\"\\u0430\\/\\u0431\""), body);
        assertEquals(
                Optional.of("sha256=" + Hmac.sha256(fake.appSecret(), delivery.body())),
                delivery.header("X-Hub-Signature-256"));
        assertEquals(Optional.empty(), fake.nextDelivery(page));
    }

    @Test
    void the_signature_is_the_published_one_of_the_algorithm() {
        // RFC 4231, case 2.
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                Hmac.sha256("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void a_comment_tells_its_post_and_what_it_answers() {
        String post = fake.post(page, page, "Новости");
        String top = fake.comment(post, anna, "Яма");
        String second = fake.comment(top, anna, "И ещё");
        assertEquals("status", next(page).at("/value/item").asText());

        JsonNode first = next(page);
        JsonNode answer = next(page);

        assertEquals("feed", first.path("field").asText());
        assertEquals(post, first.at("/value/parent_id").asText());
        assertEquals(post, first.at("/value/post_id").asText());
        assertEquals(top, first.at("/value/comment_id").asText());
        assertEquals("Анна", first.at("/value/from/name").asText());
        assertEquals(1_795_068_000L, first.at("/value/created_time").asLong());
        assertEquals(top, answer.at("/value/parent_id").asText());
        assertEquals(second, answer.at("/value/comment_id").asText());
    }

    @Test
    void everything_that_happens_to_a_page_is_told() {
        String post = fake.post(page, anna, "Яма");
        String comment = fake.comment(post, anna, "Большая");
        fake.edit(comment, "Огромная");
        fake.hide(comment);
        fake.quirks().unhide(comment);
        fake.citizens().react(comment, anna);
        fake.delete(comment);
        fake.delete(comment);
        fake.edit(post, "Ямы");
        fake.delete(post);

        assertEquals(
                List.of(
                        "post add",
                        "comment add",
                        "comment edited",
                        "comment hide",
                        "comment unhide",
                        "reaction add",
                        "comment remove",
                        "post edited",
                        "post remove"),
                verbs(page));
    }

    @Test
    void a_picture_is_told_as_such_and_shown() {
        String photo = fake.citizens().photo(page, page, "Новая дорога");

        assertEquals(List.of("photo add"), verbs(page));
        assertEquals(
                "https://scontent.example/" + photo + ".jpg",
                Client.of(fake, fake.pageToken(page))
                        .get(photo, "fields", "full_picture")
                        .body()
                        .path("full_picture")
                        .asText());
    }

    @Test
    void what_was_removed_has_no_message() {
        String post = fake.post(page, anna, "Яма");
        fake.nextDelivery(page);
        fake.delete(post);

        assertFalse(next(page).path("value").has("message"));
    }

    @Test
    void a_mention_does_not_tell_who_wrote() {
        String tagged = fake.taggedPost(page, anna, "Заречинск!");
        String comment = fake.citizens().mentioningComment(page, anna, "Заречинск?");

        JsonNode first = next(page);
        JsonNode second = next(page);

        assertEquals("mention", first.path("field").asText());
        assertEquals(tagged, first.at("/value/post_id").asText());
        assertFalse(first.path("value").has("from"));
        assertEquals(comment, second.at("/value/comment_id").asText());
    }

    @Test
    void instagram_tells_of_comments_live_comments_and_mentions() {
        String media = fake.media(town, "Новости");
        String comment = fake.igComment(media, "anna", "Яма");
        String second = fake.igComment(comment, "boris", "Да");
        fake.igComment(fake.liveMedia(town), "anna", "Привет");
        String mention = fake.mentionComment(town, "anna", "@zarechinsk");
        fake.edit(comment, "Нет");
        fake.delete(comment);

        JsonNode first = next(town);
        JsonNode answer = next(town);

        assertEquals("comments", first.path("field").asText());
        assertEquals("anna", first.at("/value/from/username").asText());
        assertEquals(media, first.at("/value/media/id").asText());
        assertFalse(first.path("value").has("parent_id"));
        assertEquals(second, answer.at("/value/id").asText());
        assertEquals(comment, answer.at("/value/parent_id").asText());
        assertEquals("live_comments", next(town).path("field").asText());
        JsonNode mentioned = next(town);
        assertEquals(mention, mentioned.at("/value/comment_id").asText());
        assertEquals(fake.rootOf(mention), mentioned.at("/value/media_id").asText());
        assertEquals(0, fake.webhooks().waiting(town));
    }

    @Test
    void old_deliveries_of_instagram_lack_author_and_medium() {
        fake.quirks().bareDeliveries(true);
        fake.igComment(fake.media(town, "Новости"), "anna", "Яма");

        JsonNode value = next(town).path("value");

        assertEquals("Яма", value.path("text").asText());
        assertFalse(value.has("from") || value.has("media"));
    }

    @Test
    void a_delivery_can_hold_much_come_out_of_order_and_come_again() {
        String post = fake.post(page, page, "Новости");
        for (int i = 0; i < 4; i++) {
            fake.comment(post, anna, "№" + i);
        }

        JsonNode newest = read(fake.webhooks().newest(page));
        Optional<WebhookRequest> all = fake.webhooks().all(page);
        Optional<WebhookRequest> again = fake.webhooks().again(page);

        assertEquals("№3", newest.at("/entry/0/changes/0/value/message").asText());
        assertEquals(2, read(all).path("entry").size());
        assertEquals(2, read(all).at("/entry/1/changes").size());
        assertEquals("page", read(all).path("object").asText());
        assertArrayEquals(all.orElseThrow().body(), again.orElseThrow().body());
    }

    @Test
    void an_answer_of_the_application_is_told_too() {
        String post = fake.post(page, page, "Новости");
        Client.of(fake, fake.pageToken(page)).post(post + "/comments", "message", "Дополним.");

        fake.nextDelivery(page);
        assertEquals(page, next(page).at("/value/from/id").asText());
    }

    @Test
    void a_page_is_subscribed_to_known_fields() {
        Client client = Client.of(fake, fake.pageToken(page));
        String path = page + "/subscribed_apps";

        assertEquals(100, client.post(path, "subscribed_fields", "everything").code());
        assertTrue(client.post(path, "subscribed_fields", "feed,mention")
                .body()
                .path("success")
                .asBoolean());
        assertEquals(
                "feed",
                client.get(path).body().at("/data/0/subscribed_fields/0").asText());
        client.delete(path);
        assertEquals(0, client.get(path).body().path("data").size());
    }

    @Test
    void the_network_asks_whether_a_subscription_was_wanted() {
        WebhookRequest request = fake.webhooks().subscription("1158201444");

        assertEquals(
                "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + fake.verifyToken(), request.query());
        assertEquals("GET", request.method());
    }
}
