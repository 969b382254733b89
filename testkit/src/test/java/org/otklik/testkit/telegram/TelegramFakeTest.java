package org.otklik.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.SettableClock;

class TelegramFakeTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
    private final TelegramFake telegram = TelegramFake.open(clock);
    private final HttpClient http = HttpClient.newHttpClient();
    private final long bot = telegram.bot("samara_bot");
    private final long anna = telegram.chats().person("Анна Петрова");
    private final long talk = telegram.chats().supergroup("talk", "Болтаем");

    TelegramFakeTest() {
        telegram.chats().add(talk, bot);
        call("getUpdates", "{\"offset\":" + (590_000_001 + 1) + "}");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    private JsonNode call(String method, String json) {
        return send(telegram.token(bot), method, json);
    }

    private JsonNode send(String token, String method, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(telegram.address() + "/bot" + token + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            assertEquals(answer.statusCode(), body.path("error_code").asInt(200), "status and code");
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusal(String method, String json) {
        return call(method, json).path("description").asText();
    }

    private List<String> texts(String json) {
        return call("getUpdates", json).path("result").findValuesAsText("text");
    }

    private String message(long chat, String text, String more) {
        return "{\"chat_id\":" + chat + ",\"text\":\"" + text + "\"" + more + "}";
    }

    @Test
    void updates_come_again_until_a_higher_offset_confirms_them() {
        telegram.talk().say(talk, anna, "Раз");
        telegram.talk().say(talk, anna, "Два");
        int first = call("getUpdates", "{}").at("/result/0/update_id").asInt();

        assertEquals(List.of("Раз"), texts("{\"limit\":1}"));
        assertEquals(List.of("Раз", "Два"), texts("{}"));
        assertEquals(List.of("Два"), texts("{\"offset\":" + (first + 1) + "}"));
        assertEquals(List.of("Два"), texts("{\"offset\":" + first + "}"));
    }

    @Test
    void an_offset_of_before_the_numbers_began_anew_brings_what_waits() {
        telegram.restartUpdates(bot, 1_000);
        telegram.talk().say(talk, anna, "Снова");

        assertEquals(List.of("Снова"), texts("{\"offset\":590000100}"));
    }

    @Test
    void only_wanted_kinds_are_told_from_the_call_on() {
        call("getUpdates", "{\"allowed_updates\":[\"edited_message\"]}");
        int said = telegram.talk().say(talk, anna, "Раз");
        telegram.talk().edit(talk, said, "Два");

        assertEquals(List.of("Два"), texts("{}"));
    }

    @Test
    void a_second_poller_ends_the_first() {
        CompletableFuture<JsonNode> first = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":50}"));
        while (telegram.calls().size() < 2) {
            Thread.onSpinWait();
        }

        call("getUpdates", "{\"timeout\":0}");

        assertEquals(409, first.join().path("error_code").asInt());
    }

    @Test
    void a_long_poll_ends_with_the_first_update() {
        CompletableFuture<JsonNode> poll = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":50}"));
        telegram.talk().say(talk, anna, "Раз");

        assertEquals(1, poll.join().path("result").size());
    }

    @Test
    void with_a_webhook_updates_are_delivered_and_cannot_be_polled() {
        telegram.talk().say(talk, anna, "Раньше");
        call("setWebhook", "{\"url\":\"https://host.example/x\",\"secret_token\":\"geheim\"}");
        telegram.talk().say(talk, anna, "Теперь");

        assertTrue(telegram.nextDelivery(bot).orElseThrow().body().contains("Раньше"));
        assertEquals("geheim", telegram.nextDelivery(bot).orElseThrow().secret());
        assertTrue(refusal("getUpdates", "{}").contains("webhook is active"));
        assertEquals(
                "https://host.example/x",
                call("getWebhookInfo", "{}").at("/result/url").asText());
        call("deleteWebhook", "{}");
        assertTrue(call("getUpdates", "{}").path("ok").asBoolean());
    }

    @Test
    void webhooks_need_tls_and_a_plain_secret() {
        assertEquals(
                400,
                call("setWebhook", "{\"url\":\"http://host.example\"}")
                        .path("error_code")
                        .asInt());
        assertEquals(
                400,
                call("setWebhook", "{\"url\":\"https://host.example\",\"secret_token\":\"a b\"}")
                        .path("error_code")
                        .asInt());
    }

    @Test
    void a_wrong_token_is_a_wrong_address_or_a_stranger() {
        assertEquals(404, send("nonsense", "getMe", "{}").path("error_code").asInt());
        assertEquals(
                401, send(bot + ":invented", "getMe", "{}").path("error_code").asInt());
        String old = telegram.token(bot);
        telegram.renew(bot, "second");
        assertEquals(401, send(old, "getMe", "{}").path("error_code").asInt());
        assertEquals(bot, call("getMe", "{}").at("/result/id").asLong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sendMessage | {'text':'Да'} | chat_id is empty",
                "sendMessage | {'chat_id':TALK} | message text is empty",
                "sendMessage | {'chat_id':TALK,'text':'  '} | message text is empty",
                "sendMessage | {'chat_id':-77,'text':'Да'} | chat not found",
                "sendMessage | {'chat_id':TALK,'text':'Да','reply_parameters':{'message_id':99}} | to be replied not found",
                "sendMessage | {'chat_id':TALK,'text':'Да','parse_mod':'HTML'} | knows no parameters [parse_mod]",
                "getUpdates | {'limit':'many'} | invalid limit",
                "getUpdates | [] | can't parse JSON object",
                "shoutMessage | {} | method not found"
            })
    void a_wrong_call_is_refused_in_the_networks_words(String method, String json, String words) {
        String said = refusal(method, json.replace('\'', '"').replace("TALK", String.valueOf(talk)));

        assertTrue(said.contains(words), said);
    }

    @Test
    void a_text_is_counted_in_units_of_utf16_without_blanks_around_it() {
        assertTrue(call("sendMessage", message(talk, " " + "д".repeat(4096) + " ", ""))
                .path("ok")
                .asBoolean());
        assertTrue(refusal("sendMessage", message(talk, "🙂".repeat(2048) + "д", ""))
                .contains("too long"));
    }

    @Test
    void who_is_not_in_a_chat_or_was_silenced_does_not_write_there() {
        long away = telegram.chats().supergroup("", "Чужие");
        long quiet = telegram.chats().supergroup("", "Тихие");
        telegram.chats().add(quiet, bot);
        telegram.chats().silence(quiet, bot);
        telegram.talk().tell(bot, anna, "Привет");
        telegram.chats().block(anna, bot);

        assertEquals(
                "Forbidden: bot is not a member of the supergroup chat",
                refusal("sendMessage", message(away, "Да", "")));
        assertTrue(refusal("sendMessage", message(quiet, "Да", "")).contains("not enough rights"));
        assertEquals("Forbidden: bot was blocked by the user", refusal("sendMessage", message(anna, "Да", "")));
        telegram.chats().kick(talk, bot);
        assertEquals(
                "Forbidden: bot was kicked from the supergroup chat", refusal("sendMessage", message(talk, "Да", "")));
    }

    @Test
    void a_group_that_moved_says_whereto() {
        long small = telegram.chats().group("Двор");
        telegram.chats().add(small, bot);
        long large = telegram.chats().migrate(small);

        assertEquals(
                large,
                call("sendMessage", message(small, "Да", ""))
                        .at("/parameters/migrate_to_chat_id")
                        .asLong());
        assertTrue(call("sendMessage", message(large, "Да", "")).path("ok").asBoolean());
    }

    @Test
    void limits_of_sending_name_a_wait() {
        telegram.limitSending();
        call("sendMessage", message(talk, "Раз", ""));
        JsonNode hasty = call("sendMessage", message(talk, "Два", ""));
        for (int i = 1; i < 20; i++) {
            clock.advance(Duration.ofSeconds(2));
            assertTrue(call("sendMessage", message(talk, "Ещё", "")).path("ok").asBoolean());
        }
        clock.advance(Duration.ofSeconds(2));

        assertEquals(1, hasty.at("/parameters/retry_after").asInt());
        assertEquals(
                20,
                call("sendMessage", message(talk, "Лишнее", ""))
                        .at("/parameters/retry_after")
                        .asInt());
    }

    @Test
    void posts_of_a_channel_come_into_its_discussion_and_comments_into_their_thread() {
        long channel = telegram.chats().channel("town", "Город");
        telegram.chats().link(channel, talk);
        int post = telegram.talk().post(channel, "Новость");
        int comment = telegram.talk().comment(channel, post, anna, "Яма");

        JsonNode result = call("getUpdates", "{}").path("result");

        assertTrue(result.at("/0/message/is_automatic_forward").asBoolean());
        assertEquals(post, result.at("/0/message/forward_origin/message_id").asInt());
        assertEquals(comment, result.at("/1/message/message_id").asInt());
        assertEquals(
                telegram.talk().thread(channel, post),
                result.at("/1/message/message_thread_id").asInt());
    }

    @Test
    void privacy_hides_the_talk_of_groups() {
        telegram.privacy(bot, true);
        telegram.talk().say(talk, anna, "Не для бота");
        telegram.talk().tell(bot, anna, "Для бота");

        assertEquals(List.of("Для бота"), texts("{}"));
    }
}
