package org.otklik.testkit.vk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;
import org.otklik.testkit.wire.WireSocketServer;

/**
 * VKontakte as its API 5.199 shows it, on the loopback interface; thread-safe. Its clock is the one it is given; its
 * limits are the published ones until {@link #withLimits} says otherwise, so with a clock that stands still the fourth
 * call with a service token is too fast.
 *
 * <p>Ids are those of posts in Otklik: {@code -1_2} is post 2 on the wall of community 1, {@code -1_2_3} comment 3
 * under it.
 */
public final class VkFake implements AutoCloseable {

    private final Site site;
    private final Tokens tokens = new Tokens();
    private final Trouble trouble = new Trouble();
    private final VkQuirks quirks;
    private final Gatekeeper gate;
    private final Streaming streaming;
    private final Api api;
    private final WireServer server;

    private VkFake(InstantSource clock) {
        site = new Site(clock);
        GoneAnswer gone = new GoneAnswer();
        quirks = new VkQuirks(site, trouble, gone);
        gate = new Gatekeeper(clock);
        streaming = new Streaming(site);
        api = new Api(site, tokens, gate, trouble)
                .with(new WallMethods(site).methods())
                .with(new CommentMethods(site, gone).methods())
                .with(new SearchMethods(site).methods())
                .with(new WriteMethods(site, gone, gate).methods())
                .with(new PlaceMethods(site).methods())
                .with(new EventMethods(site, this::address).methods())
                .with(streaming.methods());
        site.watch(new EventWriter(site));
        site.watch(streaming);
        server = WireServer.open(this::answer);
    }

    /**
     * Opens an empty network.
     *
     * @param clock tells its time
     * @return the running network
     */
    public static VkFake open(InstantSource clock) {
        return new VkFake(clock);
    }

    private WireAnswer answer(WireRequest request) {
        if (request.path().startsWith(Api.PATH)) {
            return api.answer(request);
        }
        if (request.path().startsWith(LongPoll.PATH)) {
            return LongPoll.answer(site, request);
        }
        throw new IllegalArgumentException("VKontakte has nothing at " + request.path() + ".");
    }

    /**
     * Tells the address that stands for {@code https://api.vk.ru}.
     *
     * @return without a slash at the end; methods are under {@code /method/}
     */
    public URI address() {
        return server.address();
    }

    /**
     * Gives the server, for misbehaviour and inspectors.
     *
     * @return the server
     */
    public WireServer server() {
        return server;
    }

    /**
     * Gives the server of the Streaming API, to break its lines or to say what the network would not.
     *
     * @return the server, whose endpoint {@code streaming.getServerUrl} names
     */
    public WireSocketServer streaming() {
        return streaming.server();
    }

    /**
     * Sets how much is too much.
     *
     * @param limits from now on
     * @return this network
     */
    public VkFake withLimits(VkLimits limits) {
        gate.limits(limits);
        return this;
    }

    /**
     * Founds a community whose posts anybody may comment on.
     *
     * @param screenName its short name, such as {@code samara}
     * @return its id, positive; as the owner of a wall it is negative
     */
    public long community(String screenName) {
        synchronized (site) {
            return site.found(screenName).id();
        }
    }

    /**
     * Issues the token of an application.
     *
     * @return a new service token
     */
    public String serviceToken() {
        return tokens.issue(TokenKind.SERVICE, 0);
    }

    /**
     * Issues the token of a community.
     *
     * @param group its id
     * @return a new token
     */
    public String groupToken(long group) {
        return tokens.issue(TokenKind.GROUP, group);
    }

    /**
     * Issues the token of a user, who may manage all communities.
     *
     * @param user id, positive
     * @return a new token
     */
    public String userToken(long user) {
        return tokens.issue(TokenKind.USER, user);
    }

    /**
     * Tells who a token speaks for.
     *
     * @param token any text
     * @return {@code user}, {@code group} or {@code service}; nothing if it is not valid
     */
    public Optional<String> kindOf(String token) {
        return tokens.find(token).map(found -> found.kind().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Makes a token invalid.
     *
     * @param token which
     */
    public void revoke(String token) {
        tokens.revoke(token);
    }

    /**
     * Writes a post.
     *
     * @param ownerId whose wall, negative for a community
     * @param fromId who writes, negative for a community
     * @param text what it says
     * @return its id, such as {@code -1_2}
     */
    public String post(long ownerId, long fromId, String text) {
        synchronized (site) {
            return site.post(ownerId, fromId, text).nativeId();
        }
    }

    /**
     * Writes a comment.
     *
     * @param nativeId the post, or the comment in whose thread it stands
     * @param fromId who writes, negative for a community
     * @param text what it says
     * @return its id, such as {@code -1_2_3}
     */
    public String comment(String nativeId, long fromId, String text) {
        synchronized (site) {
            Item target = item(nativeId);
            WallComment written = target instanceof WallComment comment
                    ? site.comment(comment.post(), fromId, text, comment)
                    : site.comment((WallPost) target, fromId, text, null);
            return written.nativeId();
        }
    }

    private Item item(String nativeId) {
        return site.find(nativeId).orElseThrow(() -> new IllegalArgumentException("There is no " + nativeId + "."));
    }

    /**
     * Changes a text.
     *
     * @param nativeId post or comment
     * @param text the new text
     */
    public void edit(String nativeId, String text) {
        synchronized (site) {
            site.edit(item(nativeId), text);
        }
    }

    /**
     * Deletes.
     *
     * @param nativeId post or comment
     */
    public void delete(String nativeId) {
        synchronized (site) {
            site.delete(item(nativeId), true);
        }
    }

    /**
     * Takes a deletion back.
     *
     * @param nativeId post or comment
     */
    public void restore(String nativeId) {
        synchronized (site) {
            site.delete(item(nativeId), false);
        }
    }

    /**
     * Shows something to nobody any more, without any event.
     *
     * @param nativeId post or comment
     */
    public void hide(String nativeId) {
        synchronized (site) {
            site.hide(item(nativeId));
        }
    }

    /**
     * Closes the comments of a post.
     *
     * @param nativeId the post
     */
    public void closeComments(String nativeId) {
        synchronized (site) {
            ((WallPost) item(nativeId)).close();
        }
    }

    /**
     * Lists what communities answered directly.
     *
     * @param nativeId post or comment
     * @return texts in order, those of hidden comments too
     */
    public List<String> repliesTo(String nativeId) {
        synchronized (site) {
            Item target = item(nativeId);
            Stream<WallComment> replies = target instanceof WallComment comment
                    ? comment.root().thread().stream()
                            .filter(one -> one.answered().equals(Optional.of(comment)))
                    : ((WallPost) target).top().stream();
            return replies.filter(one -> one.from() < 0 && !one.isDeleted())
                    .map(Item::text)
                    .toList();
        }
    }

    /**
     * Lets the next call of the fault's kind misbehave. {@link Fault#RATE_LIMIT} is error 6, and reading fails with
     * error 10.
     *
     * @param fault how
     * @throws IllegalArgumentException if the network has no such fault
     */
    public void breakNext(Fault fault) {
        trouble.next(fault);
    }

    /**
     * Lets the next call of a method fail; several in order for several calls.
     *
     * @param method such as {@code wall.get}
     * @param errorCode what it says
     */
    public void failNext(String method, int errorCode) {
        trouble.fail(method, errorCode);
    }

    /**
     * Lets every call of a method fail until {@link #heal()}.
     *
     * @param method such as {@code wall.get}
     * @param errorCode what it says
     */
    public void failAlways(String method, int errorCode) {
        trouble.failAlways(method, errorCode);
    }

    /**
     * Gives what goes wrong rarely: captchas, lost events, errors that no document names.
     *
     * @return the quirks
     */
    public VkQuirks quirks() {
        return quirks;
    }

    /** Ends all trouble that was asked for here; that of the server is its own. */
    public void heal() {
        trouble.heal();
    }

    /**
     * Counts calls.
     *
     * @param method such as {@code wall.get}
     * @return how many arrived, the refused ones too
     */
    public long callsOf(String method) {
        return api.callsOf(method);
    }

    /**
     * Gives the secret that callbacks of a community carry.
     *
     * @param group its id
     * @return the secret
     */
    public String callbackSecret(long group) {
        synchronized (site) {
            return site.community(group).secret();
        }
    }

    /**
     * Gives what a community expects as the answer to {@link #confirmation}.
     *
     * @param group its id
     * @return the code
     */
    public String confirmationCode(long group) {
        synchronized (site) {
            return site.community(group).confirmationCode();
        }
    }

    /**
     * Gives the request by which a community asks whether an address is ours; it has no secret.
     *
     * @param group its id
     * @return the raw body
     */
    public byte[] confirmation(long group) {
        return ("{\"type\":\"confirmation\",\"group_id\":" + group + "}").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes the next event of a community as the Callback API posts it.
     *
     * @param group its id
     * @return the raw body, if something happened since the last one
     */
    public Optional<byte[]> nextCallback(long group) {
        synchronized (site) {
            Community community = site.community(group);
            return community
                    .events()
                    .nextToPost()
                    .map(event -> community.envelope(event, true).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        streaming.close();
        server.close();
    }
}
