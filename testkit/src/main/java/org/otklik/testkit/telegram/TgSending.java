package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How bots write in the fake, with the network's refusals in the network's words. */
final class TgSending {

    private static final int LONGEST = 4096;
    private static final int GROUP_MINUTE = 20;

    private final TgWorld world;
    private boolean limited;

    TgSending(TgWorld world) {
        this.world = world;
    }

    /** From now on no chat takes more than the network allows: one message a second, in groups twenty a minute. */
    void limit() {
        limited = true;
    }

    JsonNode send(TgBot bot, TgCall call) {
        TgChat chat = chat(bot, call);
        String text = text(call);
        TgMessage answered = answered(bot, chat, call.get("reply_parameters"));
        if (limited) {
            pace(bot, chat);
        }
        TgMessage message = message(bot, chat).by(bot.user).saying(text).answering(answered);
        if (chat.type == TgChat.Type.CHANNEL) {
            message.by(TgUser.CHANNEL).as(chat);
        }
        world.add(message);
        return TgJson.message(message, bot);
    }

    private TgMessage message(TgBot bot, TgChat chat) {
        return chat.type == TgChat.Type.PRIVATE
                ? new TgMessage(chat, bot.fresh(), world.time.instant())
                : world.message(chat);
    }

    private TgChat chat(TgBot bot, TgCall call) {
        String id = call.text("chat_id");
        if (id.isEmpty()) {
            throw TgRefusal.badRequest("chat_id is empty");
        }
        TgChat chat = find(bot, id);
        if (chat == null) {
            throw TgRefusal.badRequest("chat not found");
        }
        if (chat.migratedTo != null) {
            throw TgRefusal.migrated(chat.migratedTo.id);
        }
        if (chat.kicked.contains(bot.user.id())) {
            String why = chat.type == TgChat.Type.PRIVATE
                    ? "blocked by the user"
                    : "kicked from the " + chat.words() + " chat";
            throw new TgRefusal(403, "Forbidden: bot was " + why);
        }
        if (!chat.members.contains(bot.user.id())) {
            throw new TgRefusal(403, "Forbidden: bot is not a member of the " + chat.words() + " chat");
        }
        if (chat.silenced.contains(bot.user.id())) {
            throw TgRefusal.badRequest("not enough rights to send text messages to the chat");
        }
        if (chat.topicClosed) {
            throw TgRefusal.badRequest("TOPIC_CLOSED");
        }
        return chat;
    }

    private @Nullable TgChat find(TgBot bot, String id) {
        if (!id.matches("-?[0-9]{1,18}")) {
            return world.chats.values().stream()
                    .filter(one -> !one.username.isEmpty() && ("@" + one.username).equalsIgnoreCase(id))
                    .findFirst()
                    .orElse(null);
        }
        long number = Long.parseLong(id);
        return number > 0 ? bot.people.get(number) : world.chats.get(number);
    }

    /** The network cuts blanks off at both ends before it counts. */
    private static String text(TgCall call) {
        String text = call.text("text").strip();
        if (text.isEmpty()) {
            throw TgRefusal.badRequest("message text is empty");
        }
        if (text.length() > LONGEST) {
            throw TgRefusal.badRequest("message is too long");
        }
        return text;
    }

    private @Nullable TgMessage answered(TgBot bot, TgChat chat, JsonNode parameters) {
        if (parameters.isMissingNode()) {
            return null;
        }
        JsonNode elsewhere = parameters.path("chat_id");
        TgChat where = elsewhere.isMissingNode() ? chat : find(bot, elsewhere.asText());
        int number = parameters.path("message_id").asInt();
        TgMessage found = where == null
                ? null
                : where.messages.values().stream()
                        .filter(one -> where.sharesNumbers() ? one.number == number : bot.number(one) == number)
                        .findFirst()
                        .orElse(null);
        if (found == null && !parameters.path("allow_sending_without_reply").asBoolean()) {
            throw TgRefusal.badRequest("message to be replied not found");
        }
        return found;
    }

    private void pace(TgBot bot, TgChat chat) {
        Instant now = world.time.instant();
        Deque<Instant> sent = bot.sendings.computeIfAbsent(chat.id, none -> new ArrayDeque<>());
        sent.removeIf(at -> !at.plus(Duration.ofMinutes(1)).isAfter(now));
        if (!sent.isEmpty() && sent.getLast().plus(Duration.ofSeconds(1)).isAfter(now)) {
            throw TgRefusal.tooFast(1);
        }
        if (chat.isGroup() && sent.size() >= GROUP_MINUTE) {
            throw TgRefusal.tooFast(Duration.between(now, sent.getFirst().plus(Duration.ofMinutes(1)))
                    .toSeconds());
        }
        sent.addLast(now);
    }
}
