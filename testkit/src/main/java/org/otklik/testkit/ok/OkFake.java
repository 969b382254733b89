package org.otklik.testkit.ok;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/**
 * Odnoklassniki on the loopback interface: groups, topics, comments, tags, chats, tokens and limits; thread-safe.
 *
 * <p>Each call is checked by rules written by hand from the network's pages, and its signature is computed again. What
 * nobody has seen live is a guess: the kinds of comments that are not active, the anchors, and the shape of a search.
 */
public final class OkFake implements AutoCloseable {

    /** Key of the application whose calls are taken. */
    public static final String APPLICATION_KEY = OkDoor.APPLICATION_KEY;

    /** Secret of that application. */
    public static final String APPLICATION_SECRET = OkDoor.APPLICATION_SECRET;

    private static final int FLOOD = 8;

    /** Whether comments can be written by the API. */
    public enum Writing {
        /** As documented in 2017. */
        AVAILABLE,
        /** The method is gone: error 3. */
        NO_METHOD,
        /** The application has no right to it: error 10. */
        DENIED
    }

    private final OkWorld world;
    private final OkDoor door;
    private final OkService service;
    private final WireServer server;

    private OkFake(InstantSource time) {
        world = new OkWorld(time);
        door = new OkDoor(time);
        service = new OkService(world, door);
        server = WireServer.open(this::answer);
    }

    /**
     * Opens an empty network.
     *
     * @param time its clock
     * @return the running network
     */
    public static OkFake open(InstantSource time) {
        return new OkFake(time);
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
     * @return base address of both APIs
     */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    /**
     * Registers a person.
     *
     * @param id digits
     * @param name as shown
     * @return this network
     */
    public synchronized OkFake person(String id, String name) {
        world.people.put(id, new OkPerson(id, name, false));
        return this;
    }

    /**
     * Opens a group.
     *
     * @param id digits
     * @param shortName its name in addresses
     * @param name as shown
     * @param admins ids of its administrators
     * @return this network
     */
    public synchronized OkFake group(String id, String shortName, String name, String... admins) {
        world.people.put(id, new OkPerson(id, name, true));
        world.shortNames.put(shortName, id);
        for (String admin : admins) {
            world.admin(admin, id);
        }
        return this;
    }

    /**
     * Gives out a token whose session secret follows from the application's secret.
     *
     * @param token what to send
     * @param user whose it is
     * @return this network
     */
    public OkFake token(String token, String user) {
        return token(token, user, null);
    }

    /**
     * Gives out a permanent token.
     *
     * @param token what to send
     * @param user whose it is
     * @param sessionSecret with what to sign; null if it follows from the application's secret
     * @return this network
     */
    public synchronized OkFake token(String token, String user, @Nullable String sessionSecret) {
        door.token(token, user, sessionSecret);
        return this;
    }

    /**
     * Gives out a token of a group for its chats.
     *
     * @param token what to send
     * @param group whose it is
     * @return this network
     */
    public synchronized OkFake graphToken(String token, String group) {
        world.graphTokens.put(token, group);
        return this;
    }

    /**
     * Lets a token run out: error 102 from now on.
     *
     * @param token which
     */
    public synchronized void expire(String token) {
        door.expire(token);
    }

    /**
     * Takes a token back: error 103 from now on.
     *
     * @param token which
     */
    public synchronized void revoke(String token) {
        door.revoke(token);
    }

    /**
     * Sets how many calls a token has; without it there is no limit, since the network publishes none.
     *
     * @param perSecond more meet error 8
     * @param inAll more meet error 11
     * @return this network
     */
    public synchronized OkFake allowing(int perSecond, int inAll) {
        door.limit(perSecond, inAll);
        return this;
    }

    /**
     * Tells how many calls of a token came in the busiest second.
     *
     * @return refused ones too
     */
    public synchronized int busiestSecond() {
        return door.busiestSecond();
    }

    /**
     * Sets whether comments can be written.
     *
     * @param how from now on
     * @return this network
     */
    public synchronized OkFake writing(Writing how) {
        service.writing(how);
        return this;
    }

    /**
     * Lets comments come as in 2014: with the time of Moscow only.
     *
     * @return this network
     */
    public synchronized OkFake withoutMillis() {
        service.withoutMillis();
        return this;
    }

    /**
     * Lets somebody open a topic in a group.
     *
     * @param group whose wall
     * @param author a person or the group itself
     * @param text what it says
     * @return id of the topic
     */
    public synchronized String topic(String group, String author, String text) {
        OkDiscussion topic = new OkDiscussion(
                "GROUP_TOPIC", world.freshId(), world.person(group), world.person(author), world.time.instant(), text);
        return world.add(topic).id;
    }

    /**
     * Lets somebody comment a topic.
     *
     * @param topic which
     * @param author a person or the group itself
     * @param text what it says
     * @return id of the comment
     */
    public String comment(String topic, String author, String text) {
        return comment(topic, author, text, null);
    }

    /**
     * Lets somebody answer a comment.
     *
     * @param topic which
     * @param author a person or the group itself
     * @param text what it says
     * @param replyTo the answered comment; null for the topic itself
     * @return id of the comment
     */
    public synchronized String comment(String topic, String author, String text, @Nullable String replyTo) {
        return world.comment(world.discussion(null, topic), world.person(author), text, replyTo).id;
    }

    /**
     * Lets the author change a comment.
     *
     * @param topic where
     * @param comment which
     * @param text the new text
     */
    public synchronized void edit(String topic, String comment, String text) {
        OkDiscussion discussion = world.discussion(null, topic);
        world.comment(discussion, comment).text = text;
    }

    /**
     * Removes a comment.
     *
     * @param topic where
     * @param comment which
     */
    public synchronized void remove(String topic, String comment) {
        OkDiscussion discussion = world.discussion(null, topic);
        discussion.become(world.comment(discussion, comment), OkComment.REMOVED);
    }

    /**
     * Removes a topic with everything under it.
     *
     * @param topic which
     */
    public synchronized void removeTopic(String topic) {
        world.discussions.remove(topic);
    }

    /**
     * Closes a topic for comments.
     *
     * @param topic which
     */
    public synchronized void close(String topic) {
        world.discussion(null, topic).flags = "l,s";
    }

    /**
     * Lists what groups wrote in answer to a comment, hidden ones too.
     *
     * @param topic where
     * @param replyTo the answered comment; null for answers to the topic itself
     * @return texts in order
     */
    public synchronized List<String> answers(String topic, @Nullable String replyTo) {
        return world.discussions.containsKey(topic)
                ? world.discussion(null, topic).all().stream()
                        .filter(one -> one.author.group()
                                && String.valueOf(one.replyTo).equals(String.valueOf(replyTo)))
                        .filter(one -> !one.type.equals(OkComment.REMOVED))
                        .map(one -> one.text)
                        .toList()
                : List.of();
    }

    /**
     * Lets a citizen write into a group's chat.
     *
     * @param chat such as {@code chat:C3ecb9d02a600}
     * @param person who
     * @param text what it says
     * @return what the network delivers to those who subscribed, as UTF-8
     */
    public synchronized byte[] say(String chat, String person, String text) {
        OkWorld.OkMessage message = world.say(chat, world.person(person), text);
        return OkJson.message(chat, message).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lists what stands in a chat.
     *
     * @param chat which
     * @return texts in order
     */
    public synchronized List<String> chat(String chat) {
        return world.chats.getOrDefault(chat, List.of()).stream()
                .map(OkWorld.OkMessage::text)
                .toList();
    }

    /**
     * Lists the addresses that subscribed to chats.
     *
     * @return in order
     */
    public synchronized List<String> subscriptions() {
        return List.copyOf(world.subscriptions);
    }

    /**
     * Lets the next reading calls fail.
     *
     * @param codes one each, in order
     */
    public synchronized void failReading(int... codes) {
        service.failReading(codes);
    }

    /**
     * Lets the next writing calls fail, without doing anything.
     *
     * @param codes one each, in order
     */
    public synchronized void failWriting(int... codes) {
        service.failWriting(codes);
    }

    /**
     * Lets the next call of a fault's kind misbehave.
     *
     * @param fault how
     */
    public synchronized void breakNext(Fault fault) {
        switch (fault) {
            case POLL_FAILS, LOOKUP_FAILS -> failReading(2);
            case POLL_RATE_LIMIT -> failReading(FLOOD);
            case RATE_LIMIT -> failWriting(FLOOD);
            case TOKEN_DEAD -> failWriting(103);
            case DUPLICATE_TEXT -> failWriting(511);
            case TARGET_DELETED -> service.removeNextTarget();
            case HIDDEN_REPLY -> service.hideNext();
            case TIMEOUT_AFTER_APPLYING -> server.misbehave(Misbehaviour.CUT_AFTER);
            case TIMEOUT_BEFORE_APPLYING -> server.misbehave(Misbehaviour.CUT_BEFORE);
            default -> throw new IllegalArgumentException("This network does not know the fault " + fault + ".");
        }
    }

    /**
     * Lists the calls that were admitted.
     *
     * @return names of methods, in order
     */
    public synchronized List<String> calls() {
        return service.calls();
    }

    private synchronized WireAnswer answer(WireRequest request) {
        return service.answer(request);
    }
}
