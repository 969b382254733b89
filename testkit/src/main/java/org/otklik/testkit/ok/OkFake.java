package org.otklik.testkit.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final OkWriting writes;
    private final OkGraph graph;
    private final WireServer server;
    private final Deque<Integer> nextReads = new ArrayDeque<>();
    private final Deque<Integer> nextWrites = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private Writing writing = Writing.AVAILABLE;
    private boolean millis = true;
    private boolean removeTarget;

    private OkFake(InstantSource time) {
        world = new OkWorld(time);
        door = new OkDoor(time);
        writes = new OkWriting(world);
        graph = new OkGraph(world);
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
        writing = how;
        return this;
    }

    /**
     * Lets comments come as in 2014: with the time of Moscow only.
     *
     * @return this network
     */
    public synchronized OkFake withoutMillis() {
        millis = false;
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
        for (int code : codes) {
            nextReads.add(code);
        }
    }

    /**
     * Lets the next writing calls fail, without doing anything.
     *
     * @param codes one each, in order
     */
    public synchronized void failWriting(int... codes) {
        for (int code : codes) {
            nextWrites.add(code);
        }
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
            case TARGET_DELETED -> removeTarget = true;
            case HIDDEN_REPLY -> writes.hideNext();
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
        return List.copyOf(log);
    }

    private synchronized WireAnswer answer(WireRequest request) {
        try {
            return WireAnswer.json(200, OkGraph.isFor(request) ? chats(request) : method(request));
        } catch (OkRefusal refusal) {
            return refused(refusal);
        }
    }

    private static WireAnswer refused(OkRefusal refusal) {
        ObjectNode body = OkJson.NODES.objectNode();
        body.put("error_code", refusal.code()).put("error_msg", refusal.getMessage());
        body.putNull("error_data");
        return WireAnswer.json(200, body).header("Invocation-Error", String.valueOf(refusal.code()));
    }

    private JsonNode chats(WireRequest request) {
        fail(request.method().equals("POST") ? nextWrites : nextReads);
        log.add("graph " + request.method());
        return graph.answer(request);
    }

    private JsonNode method(WireRequest request) {
        if (!request.path().equals("/fb.do")) {
            throw new OkRefusal(4, "REQUEST : Only /fb.do is served");
        }
        OkDoor.Call call = door.admit(request);
        log.add(call.method());
        boolean writes = OkMethods.rule(call.method()).writes();
        fail(writes ? nextWrites : nextReads);
        return writes ? write(call) : new OkReading(world, new OkJson(millis)).answer(call);
    }

    private static void fail(Deque<Integer> codes) {
        Integer code = codes.poll();
        if (code != null) {
            throw new OkRefusal(code, "AS_ORDERED : The test wants this");
        }
    }

    private JsonNode write(OkDoor.Call call) {
        if (call.method().equals("mediatopic.post")) {
            return writes.answer(call);
        }
        switch (writing) {
            case NO_METHOD -> throw new OkRefusal(3, "METHOD : Method " + call.method() + " not found");
            case DENIED -> throw new OkRefusal(10, "PERMISSION_DENIED : No permission to call the method");
            case AVAILABLE -> removeTarget(call);
        }
        return writes.answer(call);
    }

    private void removeTarget(OkDoor.Call call) {
        if (removeTarget) {
            removeTarget = false;
            String comment = call.get("reply_to_comment_id", "");
            OkDiscussion discussion = world.discussion(null, call.need("entityId"));
            if (!discussion.forget(comment)) {
                world.discussions.remove(discussion.id);
            }
        }
    }
}
