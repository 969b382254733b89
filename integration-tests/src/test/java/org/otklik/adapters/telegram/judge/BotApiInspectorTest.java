package org.otklik.adapters.telegram.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.telegram.TelegramFake;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

class BotApiInspectorTest {

    private final TelegramFake telegram =
            TgJudged.open(SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z")));
    private final HttpClient http = HttpClient.newHttpClient();
    private final long bot = telegram.bot("judged_bot");
    private final long anna = telegram.chats().person("Анна Петрова");

    @BeforeEach
    void found() {
        assumeTrue(BotApi.find().isPresent(), "The description of the Bot API is not beside the checkout.");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    private String call(String method, String json) {
        return post(telegram.address(), method, json);
    }

    private String post(URI base, String method, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/bot" + telegram.token(bot) + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode place() {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.putObject("location").put("latitude", 53.2).put("longitude", 50.1);
        return more;
    }

    private void everythingHappens() {
        long channel = telegram.chats().channel("town", "Город");
        long group = telegram.chats().supergroup("", "Обсуждение");
        long small = telegram.chats().group("Двор");
        long forum = telegram.chats().supergroup("", "Форум");
        telegram.chats().forum(forum);
        telegram.chats().link(channel, group);
        for (long chat : List.of(channel, group, small, forum)) {
            telegram.chats().add(chat, bot);
        }
        int post = telegram.talk().post(channel, "Новость");
        telegram.talk().edit(channel, post, "Новости");
        int comment = telegram.talk().comment(channel, post, anna, "Яма");
        telegram.talk().edit(group, comment, "Яма!");
        telegram.talk().replyAs(group, comment, group, "Видим");
        telegram.talk().replyAs(group, comment, channel, "Делаем");
        telegram.talk().photo(group, anna, "Вот", "album");
        telegram.talk().other(group, anna, place());
        telegram.talk().reply(forum, telegram.talk().say(forum, anna, "Вода"), anna, "Нет её");
        telegram.talk().tell(bot, anna, "Привет");
        telegram.chats().migrate(small);
        telegram.chats().kick(forum, bot);
        telegram.chats().block(anna, bot);
    }

    @Test
    void all_that_the_fake_says_is_described() {
        everythingHappens();

        String updates = call("getUpdates", "{\"limit\":100,\"timeout\":0,\"allowed_updates\":[]}");
        long group = telegram.chats().supergroup("", "Ответы");
        telegram.chats().add(group, bot);
        int said = telegram.talk().say(group, anna, "Яма");
        String reply = "{\"chat_id\":" + group + ",\"text\":\"Да\",\"reply_parameters\":{\"message_id\":" + said
                + ",\"allow_sending_without_reply\":false},\"link_preview_options\":{\"is_disabled\":true}}";
        assertTrue(call("sendMessage", reply).contains("\"reply_to_message\""));
        call("sendMessage", "{\"chat_id\":-7,\"text\":\"Да\"}");
        call("getMe", "{}");
        call("setWebhook", "{\"url\":\"https://host.example\",\"secret_token\":\"s\"}");
        telegram.webhookFailed(bot);
        call("getWebhookInfo", "{}");
        call("getUpdates", "{}");
        telegram.tooFast(3);
        call("getMe", "{}");

        assertTrue(updates.contains("edited_channel_post") && updates.contains("my_chat_member"), updates);
        TgJudged.assertNoViolations(telegram);
    }

    @Test
    void all_deliveries_are_described() {
        telegram.webhook(bot, "s");
        everythingHappens();
        BotApiInspector judge = new BotApiInspector(BotApi.find().orElseThrow());

        int judged = 0;
        for (var next = telegram.nextDelivery(bot); next.isPresent(); next = telegram.nextDelivery(bot)) {
            judge.delivery(next.get().body());
            judged++;
        }

        assertTrue(judged >= 20, judged + " deliveries");
        assertThrows(AssertionError.class, () -> judge.delivery("{\"message\":{}}"));
        assertThrows(AssertionError.class, () -> judge.delivery("{\"update_id\":\"7\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shoutMessage | {} | no method",
                "getUpdates | {'ofset':1} | unknown",
                "getUpdates | {'offset':'1'} | no Integer",
                "getUpdates | {'allowed_updates':'message'} | no array",
                "getUpdates | {'allowed_updates':[7]} | no String",
                "sendMessage | {'chat_id':1} | text is missing",
                "sendMessage | {'chat_id':true,'text':'Да'} | chat_id is no",
                "sendMessage | {'chat_id':1,'text':'Да','reply_parameters':7} | no ReplyParameters",
                "sendMessage | {'chat_id':1,'text':'Да','reply_parameters':{}} | message_id is missing",
                "sendMessage | {'chat_id':1,'text':'Да','link_preview_options':{'is_disabled':'yes'}} | no Boolean",
                "getMe | nothing | no JSON"
            })
    void a_call_that_is_not_described_is_a_violation(String method, String json, String complaint) {
        call(method, json.replace('\'', '"'));

        assertObjected(telegram.server(), complaint);
    }

    private static void assertObjected(WireServer server, String complaint) {
        List<String> violations = server.violations();
        assertEquals(1, violations.size());
        assertTrue(violations.get(0).contains(complaint), violations.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ok':true,'result':{}} | no array",
                "{'ok':true,'result':[7]} | no Update",
                "{'ok':true,'result':[{'update_id':1,'mesage':{}}]} | unknown",
                "{'ok':true,'result':[{'update_id':1,'message':{'message_id':1,'date':1}}]} | chat is missing",
                "{'ok':true,'result':[{'update_id':1,'message':{'message_id':1,'date':1,'chat':{'id':1}}}]} | type is missing",
                "{'ok':false,'error_code':400,'description':'x'} | differ",
                "{'result':[]} | differ",
                "nothing | no JSON"
            })
    void an_answer_that_is_not_described_is_a_violation(String body, String complaint) {
        try (WireServer liar =
                WireServer.open(request -> WireAnswer.of(200, "application/json", body.replace('\'', '"')))) {
            liar.inspectedBy(new BotApiInspector(BotApi.find().orElseThrow()));

            post(liar.address(), "getUpdates", "{}");

            assertObjected(liar, complaint);
        }
    }

    @Test
    void a_call_in_another_form_is_a_violation() throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(telegram.address() + "/bot" + telegram.token(bot) + "/getMe"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertObjected(telegram.server(), "posts JSON");
    }
}
