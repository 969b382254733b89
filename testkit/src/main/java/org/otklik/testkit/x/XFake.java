package org.otklik.testkit.x;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

/**
 * X as an application sees it: API v2 over HTTP on the loopback interface, with users, posts, tokens, limits, prices
 * and troubles. It refuses what X refuses. Thread-safe.
 *
 * <p>What a citizen does is a method here; what an account of the application does comes over the wire.
 */
public final class XFake implements AutoCloseable {

    private static final String CRC_TOKEN = "crc-token-of-the-fake";

    private final Scene scene;
    private final XService service;
    private final XMeter meter;
    private final WireServer server;

    private XFake(InstantSource time) {
        scene = new Scene(new XStore(time));
        service = new XService(scene);
        meter = new XMeter(scene);
        server = WireServer.open(service);
        service.at(server.address().toString());
    }

    /**
     * Opens an empty X.
     *
     * @param time its clock, from which ids and limits are made too
     * @return the running fake
     */
    public static XFake open(InstantSource time) {
        return new XFake(time);
    }

    /**
     * Tells where it is.
     *
     * @return the base address, without a slash at the end
     */
    public URI address() {
        return server.address();
    }

    /**
     * Gives the server, for inspectors and misbehaviour of the line.
     *
     * @return the server
     */
    public WireServer server() {
        return server;
    }

    /**
     * Lets somebody have an account.
     *
     * @param handle without {@code @}
     * @return the numeric id; the same for the same handle
     */
    public String user(String handle) {
        return scene.store.user(handle).id;
    }

    /**
     * Gives the application's bearer token.
     *
     * @return the token
     */
    public String bearer() {
        return Doorkeeper.BEARER;
    }

    /**
     * Gives the newest OAuth 2.0 access token that a user granted; it lasts two hours.
     *
     * @param userId who
     * @return the token
     */
    public String accessToken(String userId) {
        return scene.grants.access(userId);
    }

    /**
     * Gives the newest refresh token that a user granted; it works once, and a second use ends all tokens of the user.
     *
     * @param userId who
     * @return the token
     */
    public String refreshToken(String userId) {
        return scene.grants.refresh(userId);
    }

    /**
     * Gives the OAuth 1.0a credentials of a user, which do not end.
     *
     * @param userId who
     * @return keys and secrets
     */
    public XAccount oauth1(String userId) {
        scene.grants.access(userId);
        return Doorkeeper.account(userId);
    }

    /**
     * Names the OAuth 2.0 client.
     *
     * @return its id
     */
    public String clientId() {
        return Tokens.CLIENT_ID;
    }

    /**
     * Gives the secret of the OAuth 2.0 client, which is a confidential one.
     *
     * @return the secret
     */
    public String clientSecret() {
        return Tokens.CLIENT_SECRET;
    }

    /**
     * Ends a token: access, refresh or bearer.
     *
     * @param token which
     */
    public void expire(String token) {
        if (token.equals(Doorkeeper.BEARER)) {
            scene.doorkeeper.bearerAlive(false);
        }
        scene.grants.expire(token);
    }

    /**
     * Takes back everything that a user granted, OAuth 1.0a too.
     *
     * @param userId who
     */
    public void revoke(String userId) {
        scene.grants.revokeAll(userId);
    }

    /**
     * Lets a user grant everything anew, with new OAuth 2.0 tokens.
     *
     * @param userId who
     */
    public void renew(String userId) {
        scene.grants.renew(userId);
    }

    /**
     * Lets somebody write a post, now.
     *
     * @param authorId who
     * @param text what; longer than 280 characters it becomes a note
     * @return its id, made from the clock
     */
    public String post(String authorId, String text) {
        return scene.store
                .write(scene.store.known(authorId), null, null, text, false)
                .idText();
    }

    /**
     * Lets somebody answer a post, now; X puts the mention of its author in front.
     *
     * @param authorId who
     * @param toId the answered post
     * @param text what, without the mention
     * @return the id of the answer
     */
    public String reply(String authorId, String toId, String text) {
        return scene.store
                .write(scene.store.known(authorId), scene.store.post(toId), null, text, false)
                .idText();
    }

    /**
     * Lets somebody quote a post, now.
     *
     * @param authorId who
     * @param ofId the quoted post
     * @param text what
     * @return the id of the quote
     */
    public String quote(String authorId, String ofId, String text) {
        return scene.store
                .write(scene.store.known(authorId), null, scene.store.post(ofId), text, false)
                .idText();
    }

    /**
     * Lets the author change a post, now, which makes a new one in its place.
     *
     * @param id the newest version
     * @param text the new text
     * @return the id of the new version
     */
    public String edit(String id, String text) {
        return scene.store.edit(scene.store.post(id), text).idText();
    }

    /**
     * Lets the author delete a post in all its versions.
     *
     * @param id which
     */
    public void delete(String id) {
        scene.store.delete(scene.store.post(id));
    }

    /**
     * Lets X show a post to nobody but its author.
     *
     * @param id which
     */
    public void hide(String id) {
        scene.store.post(id).ghost = true;
    }

    /**
     * Lets somebody show his posts only to followers, whom this fake does not have.
     *
     * @param userId who
     */
    public void protect(String userId) {
        scene.store.known(userId).isProtected = true;
    }

    /**
     * Says where a post was written.
     *
     * @param id which
     * @param placeName such as {@code Samara}
     * @param longitude in degrees
     * @param latitude in degrees
     */
    public void locate(String id, String placeName, double longitude, double latitude) {
        XPost post = scene.store.post(id);
        String placeId = String.format(Locale.ROOT, "%016x", placeName.hashCode());
        post.spot = new XPost.Spot(placeId, placeName, longitude, latitude);
        post.forgetRendered();
    }

    /**
     * Lists the replies made through the API under a post.
     *
     * @param id which
     * @return texts as they were sent, in order, hidden ones too, deleted ones not
     */
    public List<String> repliesTo(String id) {
        return scene.store.repliesThroughApi(id);
    }

    /**
     * Lets the next call of the fault's kind misbehave: publishing; search, mentions and timelines of strangers;
     * lookups and timelines of users who granted something.
     *
     * @param fault how
     */
    public void breakNext(Fault fault) {
        scene.trouble.next(fault);
    }

    /**
     * Lets the next request to a path fail with a documented problem.
     *
     * @param pathPrefix such as {@code /2/tweets/search}
     * @param status HTTP status
     * @param problemType last part of the type such as {@code usage-capped}; empty for {@code about:blank}
     */
    public void failNext(String pathPrefix, int status, String problemType) {
        scene.trouble.script(
                pathPrefix,
                Problems.answer(status, scene.problems().problem(status, problemType, "Scripted by the test.")));
    }

    /**
     * Lets the next request to a path get an answer of the test's.
     *
     * @param pathPrefix such as {@code /2/tweets}
     * @param answer what comes back
     */
    public void answerNext(String pathPrefix, WireAnswer answer) {
        scene.trouble.script(pathPrefix, answer);
    }

    /**
     * Lets the gateway stop the next request to a path with a page in HTML.
     *
     * @param pathPrefix such as {@code /2/tweets}
     * @param status such as 403
     */
    public void cloudflareNext(String pathPrefix, int status) {
        scene.trouble.script(pathPrefix, Problems.cloudflare(status));
    }

    /**
     * Sets whether accounts may answer only those who turned to them, as self-serve applications since 2026-02-23.
     *
     * @param restricted whether
     */
    public void selfServe(boolean restricted) {
        scene.selfServe = restricted;
    }

    /**
     * Lets search, mentions and the reply restriction know a post only after a while; at once otherwise.
     *
     * @param lag how long
     */
    public void indexLag(Duration lag) {
        scene.store.lag(lag);
    }

    /**
     * Chooses the vocabulary.
     *
     * @param spelling which parameters are taken and which names are answered
     */
    public void spelling(Spelling spelling) {
        scene.spelling = spelling;
    }

    /**
     * Tells the vocabulary.
     *
     * @return what was chosen, {@code TWEET} otherwise
     */
    public Spelling spelling() {
        return scene.spelling;
    }

    /**
     * Gives what is limited, counted and paid for.
     *
     * @return the meter
     */
    public XMeter meter() {
        return meter;
    }

    /**
     * Gives the streams that clients keep open.
     *
     * @return the streams
     */
    public XStreams streams() {
        return service.streams();
    }

    /**
     * Takes the next delivery about a user who granted something: for each answer, quote and mention one.
     *
     * @param userId whose webhook it is for
     * @return the signed request, if something happened
     */
    public Optional<WebhookRequest> nextWebhook(String userId) {
        return service.activity().next(userId);
    }

    /**
     * Gives the query by which X asks whether a webhook knows the consumer secret.
     *
     * @return a raw query
     */
    public String crcQuery() {
        return "crc_token=" + CRC_TOKEN;
    }

    /**
     * Gives what X wants to read as {@code response_token} then.
     *
     * @return such as {@code sha256=…}
     */
    public String crcAnswer() {
        return Activity.crcAnswer(CRC_TOKEN);
    }

    @Override
    public void close() {
        server.close();
    }
}
