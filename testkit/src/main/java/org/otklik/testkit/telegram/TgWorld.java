package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody and everything in the fake; its monitor guards all of it. */
final class TgWorld {

    private static final long FIRST_SHARED = -1_001_500_000_000L;
    private static final long FIRST_GROUP = -4_500_000L;
    private static final long FIRST_PERSON = 5_500_000_000L;
    private static final long FIRST_BOT = 6_100_000_000L;

    final InstantSource time;
    final Map<Long, TgUser> people = new HashMap<>();
    final Map<Long, TgBot> bots = new LinkedHashMap<>();
    final Map<Long, TgChat> chats = new LinkedHashMap<>();
    private long lastId;

    TgWorld(InstantSource time) {
        this.time = time;
    }

    TgUser person(String name) {
        TgUser person = new TgUser(FIRST_PERSON + ++lastId, false, name, "");
        people.put(person.id(), person);
        return person;
    }

    TgUser person(long id) {
        return known(people.get(id), "person", id);
    }

    TgBot bot(String username) {
        TgUser user = new TgUser(FIRST_BOT + ++lastId, true, username, username);
        TgBot bot = new TgBot(user, token(user.id(), "first"));
        bots.put(user.id(), bot);
        return bot;
    }

    static String token(long bot, String secret) {
        return bot + ":AAcanary-" + secret + "-" + bot;
    }

    TgBot bot(long id) {
        return known(bots.get(id), "bot", id);
    }

    TgChat open(TgChat.Type type, String title, String username) {
        long first = type == TgChat.Type.GROUP ? FIRST_GROUP : FIRST_SHARED;
        TgChat chat = new TgChat(first - ++lastId, type, title, username);
        chats.put(chat.id, chat);
        return chat;
    }

    TgChat chat(long id) {
        return known(chats.get(id), "chat", id);
    }

    private static <T> T known(@Nullable T one, String what, long id) {
        return Optional.ofNullable(one)
                .orElseThrow(() -> new IllegalArgumentException("The fake has no " + what + " " + id + "."));
    }

    /** The chat of a person with a bot has the person's id, and the numbers of the bot. */
    TgChat privateChat(TgBot bot, TgUser person) {
        return bot.people.computeIfAbsent(person.id(), id -> {
            TgChat chat = new TgChat(id, TgChat.Type.PRIVATE, person.name(), person.username());
            chat.members.add(bot.user.id());
            return chat;
        });
    }

    TgMessage message(TgChat chat) {
        return new TgMessage(chat, ++chat.last, time.instant());
    }

    TgMessage message(TgChat chat, int number) {
        return Optional.ofNullable(chat.messages.get(number))
                .orElseThrow(() -> new IllegalArgumentException("There is no message " + number + " in " + chat.id));
    }

    /** Keeps a message and tells the bots that may see it, other than the one that wrote it. */
    TgMessage add(TgMessage message) {
        message.chat.messages.put(message.number, message);
        tell(message, message.chat.type == TgChat.Type.CHANNEL ? "channel_post" : "message");
        return message;
    }

    void tell(TgMessage message, String kind) {
        for (TgBot bot : bots.values()) {
            if (sees(bot, message)) {
                ObjectNode told = TgJson.message(message, bot);
                bot.tell(kind, told);
            }
        }
    }

    private static boolean sees(TgBot bot, TgMessage message) {
        boolean own = bot.user.equals(message.from);
        boolean othersBot = message.from != null && message.from.bot() && message.speaker == null;
        boolean there = message.chat.members.contains(bot.user.id());
        return !own && !othersBot && there && (bot.sees || !message.chat.isGroup());
    }
}
