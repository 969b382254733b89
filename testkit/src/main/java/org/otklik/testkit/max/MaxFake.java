package org.otklik.testkit.max;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.otklik.testkit.max.MaxWorld.Words;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/**
 * MAX on the loopback interface, as its bots see it: people, dialogs, groups, channels with comments, updates with their
 * marker, subscriptions, rights and limits; thread-safe.
 *
 * <p>Each call is checked by rules written by hand from the official schema and pages. What nobody has seen live is a
 * guess: whether {@code before} and {@code after} take their instant in (here they do not), the words of refusals for
 * haste, and that a bot hears of its own messages.
 */
public final class MaxFake implements AutoCloseable {

    private final MaxWorld world;
    private final MaxDoor door;
    private final WireServer server;
    private final MaxTrouble trouble;
    private final MaxService service;

    private MaxFake(InstantSource time) {
        world = new MaxWorld(time);
        door = new MaxDoor(world);
        server = WireServer.open(this::answer);
        trouble = new MaxTrouble(this, world, server);
        service = new MaxService(world, door, trouble);
    }

    /**
     * Opens an empty network that heeds the published limits.
     *
     * @param time its clock
     * @return the running network
     */
    public static MaxFake open(InstantSource time) {
        return new MaxFake(time);
    }

    /**
     * Gives the server, for its address, trouble on the line and inspectors.
     *
     * @return the server
     */
    public WireServer server() {
        return server;
    }

    /**
     * Tells where the network is.
     *
     * @return its base address
     */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    /**
     * Gives what can go wrong here.
     *
     * @return the troubles of this network
     */
    public MaxTrouble trouble() {
        return trouble;
    }

    /**
     * Gives what a bot is subscribed to.
     *
     * @param bot whose
     * @return its webhooks
     */
    public synchronized MaxHooks hooks(long bot) {
        return new MaxHooks(this, world, world.bot(bot));
    }

    /**
     * Takes away all limits of pace, and keeps updates that were given up, so that a benchmark may ask again.
     *
     * @return this network
     */
    public synchronized MaxFake withoutLimits() {
        door.unlimited();
        world.keepsAll = true;
        return this;
    }

    /**
     * Lets the network behave as was seen live.
     *
     * @param more from now on
     * @return this network
     */
    public synchronized MaxFake quirks(MaxQuirk... more) {
        world.quirks.addAll(Arrays.asList(more));
        return this;
    }

    /**
     * Registers a person.
     *
     * @param id above nought
     * @param name as shown
     * @return this network
     */
    public synchronized MaxFake person(long id, String name) {
        world.people.put(id, new MaxPerson(id, name, false));
        return this;
    }

    /**
     * Registers a bot with a token.
     *
     * @param id above nought
     * @param name as shown
     * @param token its token
     * @return this network
     */
    public synchronized MaxFake bot(long id, String name, String token) {
        MaxPerson bot = new MaxPerson(id, name, true);
        world.people.put(id, bot);
        world.bots.put(id, new MaxBot(bot, world.keepsAll));
        return token(id, token);
    }

    /**
     * Gives a bot another token.
     *
     * @param bot which
     * @param token the new one; older ones hold until they are revoked
     * @return this network
     */
    public synchronized MaxFake token(long bot, String token) {
        world.tokens.put(token, bot);
        return this;
    }

    /**
     * Takes a token back.
     *
     * @param token which
     */
    public synchronized void revoke(String token) {
        world.tokens.remove(token);
    }

    /**
     * Opens a channel.
     *
     * @param id below nought
     * @param title as shown
     * @param bots its administrators with the usual rights, who hear of it
     * @return this network
     */
    public MaxFake channel(long id, String title, long... bots) {
        return chat(id, "channel", title, bots);
    }

    /**
     * Opens a group.
     *
     * @param id below nought
     * @param title as shown
     * @param bots its administrators with the usual rights, who hear of it
     * @return this network
     */
    public MaxFake group(long id, String title, long... bots) {
        return chat(id, "chat", title, bots);
    }

    /**
     * Lets a person start a bot.
     *
     * @param id of their dialog, above nought
     * @param bot who is started
     * @return this network
     */
    public synchronized MaxFake dialog(long id, long bot) {
        MaxChat dialog = new MaxChat(id, "dialog", "");
        dialog.admit(bot, Set.of());
        world.chats.put(id, dialog);
        return this;
    }

    private synchronized MaxFake chat(long id, String kind, String title, long... bots) {
        world.chats.put(id, new MaxChat(id, kind, title));
        for (long bot : bots) {
            admit(id, bot);
        }
        return this;
    }

    /**
     * Makes a bot an administrator with the usual rights; it hears of it.
     *
     * @param chat where
     * @param bot who
     */
    public synchronized void admit(long chat, long bot) {
        permit(chat, bot, MaxChat.USUAL.toArray(String[]::new));
        world.tellMembership(world.chat(chat), world.bot(bot), "bot_added");
    }

    /**
     * Sets what a bot may do.
     *
     * @param chat where
     * @param bot who
     * @param permissions of an administrator; none for a plain member
     */
    public synchronized void permit(long chat, long bot, String... permissions) {
        world.chat(chat).admit(bot, Set.of(permissions));
    }

    /**
     * Throws a bot out; it hears of it.
     *
     * @param chat where
     * @param bot who
     */
    public synchronized void expel(long chat, long bot) {
        world.chat(chat).expel(bot);
        world.tellMembership(world.chat(chat), world.bot(bot), "bot_removed");
    }

    /**
     * Turns comments of a channel on or off.
     *
     * @param channel which
     * @param on whether they can be written
     */
    public synchronized void comments(long channel, boolean on) {
        world.chat(channel).commentsOpen = on;
    }

    /**
     * Publishes a post on behalf of a channel.
     *
     * @param channel where
     * @param text what it says
     * @return its mid
     */
    public synchronized String post(long channel, String text) {
        return world.write(world.chat(channel), Words.of(null, text)).mid();
    }

    /**
     * Lets somebody write into a dialog or group.
     *
     * @param chat where
     * @param person who
     * @param text what it says
     * @return the message's mid
     */
    public synchronized String say(long chat, long person, String text) {
        return world.write(world.chat(chat), Words.of(world.person(person), text))
                .mid();
    }

    /**
     * Lets somebody send a picture without a word.
     *
     * @param chat where
     * @param person who
     * @return the message's mid
     */
    public synchronized String show(long chat, long person) {
        Words words = new Words(world.person(person), null, null, null, List.of("image"), false);
        return world.write(world.chat(chat), words).mid();
    }

    /**
     * Lets somebody answer a message or comment where it stands.
     *
     * @param mid of what is answered
     * @param person who
     * @param text what it says
     * @return the answer's mid
     */
    public synchronized String reply(String mid, long person, String text) {
        MaxMessage to = world.message(mid);
        Words words = Words.of(world.person(person), text).linked("reply", to);
        return world.write(to.chat(), to.post() == null ? words : words.under(to.post()))
                .mid();
    }

    /**
     * Lets somebody forward a message without a word of his own.
     *
     * @param mid of what is forwarded
     * @param chat where to
     * @param person who
     */
    public synchronized void forward(String mid, long chat, long person) {
        Words bare = new Words(world.person(person), null, null, null, List.of(), true);
        world.write(world.chat(chat), bare.linked("forward", world.message(mid)));
    }

    /**
     * Lets somebody comment a post of a channel.
     *
     * @param post mid of the post
     * @param person who
     * @param text what it says
     * @return the comment's mid
     */
    public synchronized String comment(String post, long person, String text) {
        Words words = Words.of(world.person(person), text).under(post);
        return world.write(world.message(post).chat(), words).mid();
    }

    /**
     * Changes a text.
     *
     * @param mid of a message, post or comment
     * @param text the new text
     */
    public synchronized void edit(String mid, String text) {
        world.edit(mid, text);
    }

    /**
     * Removes something.
     *
     * @param mid of a message, post or comment
     */
    public synchronized void remove(String mid) {
        world.remove(mid);
    }

    /**
     * Lists what bots wrote in answer to something, in order.
     *
     * @param mid of a message, post or comment
     * @return texts; for a post the comments that answer no other comment
     */
    public synchronized List<String> answers(String mid) {
        return world.find(mid).map(world::answers).orElse(List.of());
    }

    /**
     * Lists the texts that stand in a chat, posts of a channel without their comments.
     *
     * @param chat which
     * @return in order
     */
    public synchronized List<String> texts(long chat) {
        return world.chat(chat).messages.all().stream()
                .map(one -> String.valueOf(one.text()))
                .toList();
    }

    /**
     * Lists the calls that were admitted.
     *
     * @return methods and addresses with names for ids, such as {@code GET /messages/{mid}/comments}, in order
     */
    public synchronized List<String> calls() {
        return service.calls();
    }

    private synchronized WireAnswer answer(WireRequest request) {
        return service.answer(request);
    }
}
