package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What people do in the fake: they write, post, answer, edit; thread-safe. */
public final class TelegramTalk {

    private final TgWorld world;

    TelegramTalk(TgWorld world) {
        this.world = world;
    }

    /**
     * Lets a person write into a group.
     *
     * @param chat where
     * @param person who
     * @param text what
     * @return number of the message there
     */
    public int say(long chat, long person, String text) {
        synchronized (world) {
            return add(world.message(world.chat(chat)).by(world.person(person)).saying(text));
        }
    }

    /**
     * Lets a person write to a bot.
     *
     * @param bot to which
     * @param person who
     * @param text what
     * @return number of the message, as the bot counts
     */
    public int tell(long bot, long person, String text) {
        synchronized (world) {
            TgBot known = world.bot(bot);
            TgChat chat = world.privateChat(known, world.person(person));
            return add(new TgMessage(chat, known.fresh(), world.time.instant())
                    .by(world.person(person))
                    .saying(text));
        }
    }

    /**
     * Lets a person answer a message of a group.
     *
     * @param chat where
     * @param message which
     * @param person who
     * @param text what
     * @return number of the answer there
     */
    public int reply(long chat, int message, long person, String text) {
        synchronized (world) {
            TgChat place = world.chat(chat);
            TgMessage answered = world.message(place, message);
            return add(
                    world.message(place).by(world.person(person)).saying(text).answering(answered));
        }
    }

    /**
     * Lets an administrator answer in the name of a group, or a channel in its own.
     *
     * @param chat where
     * @param message which is answered
     * @param speaker the group itself or a channel
     * @param text what
     * @return number of the answer there
     */
    public int replyAs(long chat, int message, long speaker, String text) {
        synchronized (world) {
            TgChat place = world.chat(chat);
            TgUser name = speaker == chat ? TgUser.ANONYMOUS : TgUser.CHANNEL;
            return add(world.message(place)
                    .by(name)
                    .as(world.chat(speaker))
                    .saying(text)
                    .answering(world.message(place, message)));
        }
    }

    /**
     * Posts in a channel; the post comes into the discussion group at once, if there is one.
     *
     * @param channel where
     * @param text what
     * @return number of the post in the channel
     */
    public int post(long channel, String text) {
        synchronized (world) {
            return post(world.message(world.chat(channel)).saying(text));
        }
    }

    /**
     * Forwards a post of another channel into a channel, where it is discussed as well.
     *
     * @param channel where to
     * @param other where from
     * @param post number there
     * @return number of the post in the channel
     */
    public int forward(long channel, long other, int post) {
        synchronized (world) {
            TgMessage forwarded = world.message(world.chat(other), post);
            TgMessage message = world.message(world.chat(channel)).saying(String.valueOf(forwarded.text));
            message.forwarded = forwarded;
            return post(message);
        }
    }

    private int post(TgMessage post) {
        world.add(post.as(post.chat));
        TgChat group = post.chat.linked;
        if (group != null) {
            TgMessage copy = world.message(group).by(TgUser.TELEGRAM).as(post.chat);
            copy.text = post.text;
            copy.original = post;
            copy.forwarded = post.forwarded;
            world.add(copy);
        }
        world.notifyAll();
        return post.number;
    }

    /**
     * Tells where a post of a channel is discussed.
     *
     * @param channel where it was posted
     * @param post number there
     * @return number of its copy in the discussion group
     */
    public int thread(long channel, int post) {
        synchronized (world) {
            return copy(channel, post).number;
        }
    }

    private TgMessage copy(long channel, int post) {
        TgMessage original = world.message(world.chat(channel), post);
        return Optional.ofNullable(original.chat.linked).stream()
                .flatMap(group -> group.messages.values().stream())
                .filter(one -> original.equals(one.original))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The post " + post + " is discussed nowhere."));
    }

    /**
     * Lets a person comment a post of a channel, which is an answer to its copy in the discussion group.
     *
     * @param channel whose post
     * @param post number there
     * @param person who
     * @param text what
     * @return number of the comment in the discussion group
     */
    public int comment(long channel, int post, long person, String text) {
        synchronized (world) {
            TgMessage copy = copy(channel, post);
            return add(world.message(copy.chat)
                    .by(world.person(person))
                    .saying(text)
                    .answering(copy));
        }
    }

    /**
     * Lets a person send a picture.
     *
     * @param chat where
     * @param person who
     * @param caption what stands under it; empty text for nothing
     * @param album which pictures belong together; empty text for a single one
     * @return number of the message there
     */
    public int photo(long chat, long person, String caption, String album) {
        synchronized (world) {
            TgMessage message = world.message(world.chat(chat)).by(world.person(person));
            message.photo = true;
            message.text = caption.isEmpty() ? null : caption;
            message.album = album.isEmpty() ? null : album;
            return add(message);
        }
    }

    /**
     * Lets a person send a message with other content, or do what the network tells by one, such as joining.
     *
     * @param chat where
     * @param person who
     * @param content further fields of the message
     * @return number of the message there
     */
    public int other(long chat, long person, ObjectNode content) {
        synchronized (world) {
            TgMessage message = world.message(world.chat(chat)).by(world.person(person));
            message.more = content;
            return add(message);
        }
    }

    private int add(TgMessage message) {
        world.add(message);
        world.notifyAll();
        return message.number;
    }

    /**
     * Changes the text of a message or post.
     *
     * @param chat where
     * @param message number there
     * @param text the new text
     */
    public void edit(long chat, int message, String text) {
        synchronized (world) {
            TgMessage edited = world.message(world.chat(chat), message);
            edited.text = text;
            edited.edited = world.time.instant();
            boolean post = edited.chat.type == TgChat.Type.CHANNEL;
            world.tell(edited, post ? "edited_channel_post" : "edited_message");
            world.notifyAll();
        }
    }

    /**
     * Removes a message; the network tells bots nothing of it.
     *
     * @param chat where
     * @param message number there
     */
    public void delete(long chat, int message) {
        synchronized (world) {
            forget(chat, message);
        }
    }

    void forget(long chat, int message) {
        Optional.ofNullable(world.chats.get(chat)).ifPresent(place -> place.messages.remove(message));
    }

    /**
     * Tells the number that a bot knows a message of a small group by.
     *
     * @param bot which
     * @param chat the group
     * @param message number that {@link #say} returned
     * @return the bot's own number
     */
    public int numberFor(long bot, long chat, int message) {
        synchronized (world) {
            return world.bot(bot).number(world.message(world.chat(chat), message));
        }
    }

    /**
     * Lists what bots wrote in answer to a message, there or where the group moved to.
     *
     * @param chat where
     * @param message number there
     * @return texts in order; none if the message is gone
     */
    public List<String> repliesTo(long chat, int message) {
        synchronized (world) {
            return world.chats.values().stream()
                    .flatMap(place -> botsWords(place).stream())
                    .filter(one -> one.replyTo != null && one.replyTo.chat.id == chat && one.replyTo.number == message)
                    .map(one -> String.valueOf(one.text))
                    .toList();
        }
    }

    private static List<TgMessage> botsWords(TgChat place) {
        return place.messages.values().stream()
                .filter(one -> one.from != null && one.from.bot() && one.speaker == null)
                .sorted((one, other) -> Integer.compare(one.number, other.number))
                .toList();
    }

    /**
     * Lists what bots wrote in a chat.
     *
     * @param chat where
     * @return texts in order
     */
    public List<String> botsTexts(long chat) {
        synchronized (world) {
            return botsWords(world.chat(chat)).stream()
                    .map(one -> String.valueOf(one.text))
                    .toList();
        }
    }

    /**
     * Lists what a bot wrote to a person.
     *
     * @param bot which
     * @param person to whom
     * @return texts in order
     */
    public List<String> toldBy(long bot, long person) {
        synchronized (world) {
            return botsWords(world.privateChat(world.bot(bot), world.person(person))).stream()
                    .map(one -> String.valueOf(one.text))
                    .toList();
        }
    }
}
