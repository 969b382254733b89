package org.otklik.testkit.max;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.Fault;
import org.otklik.testkit.max.MaxWorld.Words;
import org.otklik.testkit.wire.Misbehaviour;
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
    private final MaxReads reads;
    private final MaxWrites writes;
    private final WireServer server;
    private final Deque<WireAnswer> nextReads = new ArrayDeque<>();
    private final Deque<WireAnswer> nextWrites = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private boolean removeTarget;
    private boolean suspendNext;

    private MaxFake(InstantSource time) {
        world = new MaxWorld(time);
        door = new MaxDoor(world);
        reads = new MaxReads(world);
        writes = new MaxWrites(world);
        server = WireServer.open(this::answer);
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
     * Takes away all limits of pace.
     *
     * @return this network
     */
    public synchronized MaxFake withoutLimits() {
        door.unlimited();
        return this;
    }

    /**
     * Lets every call be too fast, or no longer.
     *
     * @param on from now on
     */
    public synchronized void stormy(boolean on) {
        door.stormy(on);
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
        world.bots.put(id, new MaxBot(bot));
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
        Optional<MaxMessage> asked = world.find(mid);
        if (asked.isEmpty()) {
            return List.of();
        }
        MaxMessage message = asked.get();
        boolean post = message.chat().isChannel() && !message.isComment();
        MaxTimeline timeline = post ? message.chat().under(mid) : world.timeline(message);
        return timeline.all().stream()
                .filter(one -> one.sender() != null && one.sender().bot())
                .filter(one -> post ? one.link() == null : one.answers(mid))
                .map(one -> String.valueOf(one.text()))
                .toList();
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
     * Subscribes a bot to its updates, which are no longer kept for polling.
     *
     * @param bot whose
     * @param url where they go
     * @param secret what proves them
     */
    public synchronized void subscribe(long bot, String url, String secret) {
        MaxBot.Subscription subscription =
                new MaxBot.Subscription(url, Optional.of(secret), world.time.instant(), Set.of());
        world.bot(bot).subscriptions.put(url, subscription);
    }

    /**
     * Drops all subscriptions of a bot without a word, as the network does after eight hours without success.
     *
     * @param bot whose
     */
    public synchronized void dropSubscriptions(long bot) {
        world.bot(bot).subscriptions.clear();
    }

    /**
     * Lists where updates of a bot go.
     *
     * @param bot whose
     * @return addresses
     */
    public synchronized List<String> subscriptions(long bot) {
        return List.copyOf(world.bot(bot).subscriptions.keySet());
    }

    /**
     * Takes what the network would send next to a subscriber.
     *
     * @param bot whose
     * @return the oldest delivery, if there is one
     */
    public synchronized Optional<MaxDelivery> nextWebhook(long bot) {
        return Optional.ofNullable(world.bot(bot).deliveries.poll());
    }

    /**
     * Lets the next reading calls fail without doing anything.
     *
     * @param status HTTP status
     * @param code the network's own
     */
    public synchronized void failReading(int status, String code) {
        nextReads.add(refusal(status, code, "The test wants this"));
    }

    /**
     * Lets the next writing call fail without doing anything.
     *
     * @param status HTTP status
     * @param code the network's own
     */
    public synchronized void failWriting(int status, String code) {
        nextWrites.add(refusal(status, code, "The test wants this"));
    }

    /**
     * Answers the next reading call with something else.
     *
     * @param answer what it gets
     */
    public synchronized void answerReading(WireAnswer answer) {
        nextReads.add(answer);
    }

    /** Lets the next writing call be refused by {@code success:false} under status 200. */
    public synchronized void refuseWriting() {
        nextWrites.add(WireAnswer.json(200, MaxWrites.success(false, "The test wants this")));
    }

    /**
     * Lets the next call of a fault's kind misbehave.
     *
     * @param fault how
     */
    public synchronized void breakNext(Fault fault) {
        switch (fault) {
            case POLL_FAILS, LOOKUP_FAILS -> failReading(503, "service.unavailable");
            case POLL_RATE_LIMIT -> failReading(429, "too.many.requests");
            case RATE_LIMIT -> failWriting(429, "too.many.requests");
            case TOKEN_DEAD -> failWriting(401, "verify.token");
            case TARGET_DELETED -> removeTarget = true;
            case HIDDEN_REPLY -> suspendNext = true;
            case TIMEOUT_AFTER_APPLYING -> server.misbehave(Misbehaviour.CUT_AFTER);
            case TIMEOUT_BEFORE_APPLYING -> server.misbehave(Misbehaviour.CUT_BEFORE);
            default -> throw new IllegalArgumentException("This network does not know the fault " + fault + ".");
        }
    }

    /**
     * Lists the calls that were admitted.
     *
     * @return methods and addresses with names for ids, such as {@code GET /messages/{mid}/comments}, in order
     */
    public synchronized List<String> calls() {
        return List.copyOf(log);
    }

    private static WireAnswer refusal(int status, String code, String message) {
        return WireAnswer.json(status, MaxJson.error(code, message));
    }

    private synchronized WireAnswer answer(WireRequest request) {
        try {
            MaxCall call = door.admit(request);
            log.add(call.route());
            return call.route().startsWith("GET ") ? read(call) : write(call);
        } catch (MaxRefusal refusal) {
            return refusal(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    private WireAnswer read(MaxCall call) {
        WireAnswer ordered = nextReads.poll();
        return ordered != null ? ordered : WireAnswer.json(200, reads.answer(call));
    }

    private WireAnswer write(MaxCall call) {
        WireAnswer ordered = nextWrites.poll();
        if (ordered != null) {
            return ordered;
        }
        if (removeTarget) {
            removeTarget = false;
            world.remove(target(call));
        }
        WireAnswer answer = WireAnswer.json(200, writes.answer(call));
        if (suspendNext) {
            suspendNext = false;
            suspend(call);
        }
        return answer;
    }

    private static String target(MaxCall call) {
        String linked = call.json().path("link").path("mid").asText();
        return linked.isEmpty() ? call.ids().get(0) : linked;
    }

    /** The network closes the place in which the reply stands to everybody. */
    private void suspend(MaxCall call) {
        MaxChat chat = call.ids().isEmpty()
                ? world.chat(call.number("chat_id", 0))
                : world.message(call.ids().get(0)).chat();
        chat.status = "suspended";
    }
}
