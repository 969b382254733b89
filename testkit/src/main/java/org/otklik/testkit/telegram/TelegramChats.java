package org.otklik.testkit.telegram;

/** Channels, groups and who is in them; thread-safe. Ids are the network's: negative for all but people. */
public final class TelegramChats {

    private final TgWorld world;

    TelegramChats(TgWorld world) {
        this.world = world;
    }

    /**
     * Registers a person.
     *
     * @param name first and last name
     * @return the id
     */
    public long person(String name) {
        synchronized (world) {
            return world.person(name).id();
        }
    }

    /**
     * Opens a channel.
     *
     * @param username of the public channel; empty text for a private one
     * @param title as shown
     * @return the id
     */
    public long channel(String username, String title) {
        return open(TgChat.Type.CHANNEL, title, username);
    }

    /**
     * Opens a supergroup.
     *
     * @param username of the public group; empty text for a private one
     * @param title as shown
     * @return the id
     */
    public long supergroup(String username, String title) {
        return open(TgChat.Type.SUPERGROUP, title, username);
    }

    /**
     * Opens a small group, in which each bot counts the messages by itself.
     *
     * @param title as shown
     * @return the id
     */
    public long group(String title) {
        return open(TgChat.Type.GROUP, title, "");
    }

    private long open(TgChat.Type type, String title, String username) {
        synchronized (world) {
            return world.open(type, title, username).id;
        }
    }

    /**
     * Makes a supergroup the place in which the posts of a channel are discussed.
     *
     * @param channel whose posts
     * @param group where
     */
    public void link(long channel, long group) {
        synchronized (world) {
            world.chat(channel).linked = world.chat(group);
        }
    }

    /**
     * Makes a supergroup one with topics.
     *
     * @param group which
     */
    public void forum(long group) {
        synchronized (world) {
            world.chat(group).forum = true;
        }
    }

    /**
     * Closes a group for messages: {@code TOPIC_CLOSED} from now on.
     *
     * @param group which
     */
    public void closeTopic(long group) {
        synchronized (world) {
            world.chat(group).topicClosed = true;
        }
    }

    /**
     * Brings a bot into a chat, as an administrator in channels.
     *
     * @param chat where
     * @param bot who
     */
    public void add(long chat, long bot) {
        synchronized (world) {
            TgChat place = world.chat(chat);
            place.kicked.remove(bot);
            place.members.add(bot);
            tell(place, bot, "left", place.type == TgChat.Type.CHANNEL ? "administrator" : "member");
        }
    }

    /**
     * Throws a bot out of a chat.
     *
     * @param chat where
     * @param bot who
     */
    public void kick(long chat, long bot) {
        synchronized (world) {
            TgChat place = world.chat(chat);
            place.members.remove(bot);
            place.kicked.add(bot);
            tell(place, bot, "member", "kicked");
        }
    }

    /**
     * Takes a bot out of a chat without a word, as if the update were lost.
     *
     * @param chat where
     * @param bot who
     */
    public void lose(long chat, long bot) {
        synchronized (world) {
            world.chat(chat).members.remove(bot);
        }
    }

    /**
     * Forbids a bot to write in a chat.
     *
     * @param chat where
     * @param bot who
     */
    public void silence(long chat, long bot) {
        synchronized (world) {
            world.chat(chat).silenced.add(bot);
        }
    }

    /**
     * Lets a person block a bot that he talked with.
     *
     * @param person who
     * @param bot which
     */
    public void block(long person, long bot) {
        synchronized (world) {
            TgChat place = world.privateChat(world.bot(bot), world.person(person));
            place.kicked.add(bot);
            tell(place, bot, "member", "kicked");
        }
    }

    private void tell(TgChat place, long bot, String before, String after) {
        TgBot known = world.bot(bot);
        TgUser by = place.type == TgChat.Type.PRIVATE ? world.person(place.id) : TgUser.ANONYMOUS;
        long second = world.time.instant().getEpochSecond();
        known.tell("my_chat_member", TgJson.membership(place, by, known, before, after, second));
        world.notifyAll();
    }

    /**
     * Turns a small group into a supergroup with another id; both tell of it.
     *
     * @param group which
     * @return the id of the supergroup
     */
    public long migrate(long group) {
        synchronized (world) {
            TgChat old = world.chat(group);
            TgChat fresh = world.open(TgChat.Type.SUPERGROUP, old.title, "");
            fresh.members.addAll(old.members);
            TgMessage going = world.message(old).by(TgUser.ANONYMOUS).as(old);
            going.more = TgJson.NODES.objectNode().put("migrate_to_chat_id", fresh.id);
            world.add(going);
            TgMessage coming = world.message(fresh).by(TgUser.ANONYMOUS).as(fresh);
            coming.more = TgJson.NODES.objectNode().put("migrate_from_chat_id", old.id);
            world.add(coming);
            old.migratedTo = fresh;
            world.notifyAll();
            return fresh.id;
        }
    }
}
