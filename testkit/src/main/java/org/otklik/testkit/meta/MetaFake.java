package org.otklik.testkit.meta;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.wire.WireServer;

/**
 * Facebook and Instagram as an application sees them: the Graph API on the loopback interface, with pages, professional
 * accounts, posts, media, comments, tokens, limits and deliveries. Both hosts are one address here; thread-safe.
 *
 * <p>What a citizen does is a method here; what the application does comes over the wire. Calls are checked by rules
 * written by hand from the reference pages. What nobody has seen live is a guess: which code refuses an answer to hidden
 * or live comments (10), to hashtag media (10) and to closed comments (200, on Instagram 10).
 */
public final class MetaFake extends MetaFaults implements AutoCloseable {

    static final String APP_ID = "1440000000000001";
    static final String APP_SECRET = "5f1e0f7a6c0de0fake0secret0f1e0f7";
    static final String VERIFY_TOKEN = "verify-token-of-the-fake";

    private static final String LIVE = "LIVE";
    private static final String FEED = "FEED";

    private final World world;
    private final Scene scene;
    private final Graph graph;
    private final MetaWebhooks webhooks;
    private final MetaCitizens citizens;
    private final MetaTokens tokens;
    private final WireServer server;

    private MetaFake(Scene scene, Graph graph) {
        this(scene, graph, WireServer.open(graph));
    }

    private MetaFake(Scene scene, Graph graph, WireServer server) {
        super(scene, graph, server);
        this.world = scene.world();
        this.scene = scene;
        this.graph = graph;
        this.server = server;
        webhooks = new MetaWebhooks(world);
        citizens = new MetaCitizens(world);
        tokens = new MetaTokens(world);
        scene.door().at(server.address().toString());
    }

    /**
     * Opens empty networks.
     *
     * @param clock their clock
     * @return the running fake
     */
    public static MetaFake open(InstantSource clock) {
        Scene scene = new Scene(new World(clock));
        return new MetaFake(scene, new Graph(scene));
    }

    /**
     * Tells where the graph is.
     *
     * @return the base address of both networks, without version and slash
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

    @Override
    public void close() {
        server.close();
    }

    /**
     * Names the application.
     *
     * @return its id
     */
    public String appId() {
        return APP_ID;
    }

    /**
     * Gives the secret with which calls are proved and deliveries signed.
     *
     * @return the secret
     */
    public String appSecret() {
        return APP_SECRET;
    }

    /**
     * Gives what the network sends to prove that a subscription was wanted.
     *
     * @return the token
     */
    public String verifyToken() {
        return VERIFY_TOKEN;
    }

    /**
     * Opens a page of Facebook that the application manages.
     *
     * @param name as shown
     * @return its id; the same for the same name
     */
    public String page(String name) {
        return world.page(name).id;
    }

    /**
     * Gives the newest token of a page, which does not end.
     *
     * @param page which
     * @return the token
     */
    public String pageToken(String page) {
        return world.token(page, Token.Login.PAGE);
    }

    /**
     * Lets somebody be on Facebook.
     *
     * @param name as shown
     * @return the id under which the page knows the person; the same for the same name
     */
    public String person(String name) {
        return world.person(name).id;
    }

    /**
     * Lets a page or a person write on a page, now; what a person writes is a visitor's post.
     *
     * @param page where
     * @param author the page itself or a person
     * @param text what, possibly empty
     * @return id {@code PAGE_POST}
     */
    public String post(String page, String author, String text) {
        return world.post(world.account(page), world.account(author), text).id;
    }

    /**
     * Lets somebody who is on Facebook under a name write on a page, now.
     *
     * @param page where
     * @param person name as shown
     * @param text what
     * @return id {@code PAGE_POST}
     */
    public String visitorPost(String page, String person, String text) {
        return post(page, person(person), text);
    }

    /**
     * Lets somebody write a post of his own that mentions a page, now.
     *
     * @param page who is mentioned
     * @param author a person
     * @param text what
     * @return the id of the post, which stands on foreign ground
     */
    public String taggedPost(String page, String author, String text) {
        return world.tagged(world.account(page), world.account(author), text).id;
    }

    /**
     * Lets somebody comment on Facebook, now; an answer to an answer hangs under the comment at the top.
     *
     * @param parent id of a post or comment
     * @param author a page or a person
     * @param text what
     * @return id {@code POST_COMMENT}
     */
    public String comment(String parent, String author, String text) {
        return world.comment(world.node(parent), world.account(author), text).id;
    }

    /**
     * Lets the author change a post, comment or caption, now.
     *
     * @param id which
     * @param text the new text
     */
    public void edit(String id, String text) {
        world.edit(world.node(id), text);
    }

    /**
     * Deletes a post, medium or comment with everything under it.
     *
     * @param id which
     */
    public void delete(String id) {
        world.delete(world.node(id));
    }

    /**
     * Hides a post or comment from everybody but its author and those who manage the page.
     *
     * @param id which
     */
    public void hide(String id) {
        world.hide(world.node(id), true);
    }

    /**
     * Lists what the application wrote in answer to something, hidden ones too.
     *
     * @param id of a post, medium or comment
     * @return texts in order
     */
    public List<String> repliesTo(String id) {
        return world.repliesTo(world.node(id));
    }

    /**
     * Opens a professional account of Instagram for which the application may act.
     *
     * @param username without {@code @}
     * @return its id; the same for the same name
     */
    public String instagram(String username) {
        return world.instagram(username).id;
    }

    /**
     * Gives the newest token of Instagram Login, which lasts sixty days and can be renewed after one.
     *
     * @param igUser of whom
     * @return the token
     */
    public String instagramToken(String igUser) {
        return world.token(igUser, Token.Login.INSTAGRAM);
    }

    /**
     * Lets somebody be on Instagram for whom the application may not act.
     *
     * @param username without {@code @}
     * @return the id; the same for the same name
     */
    public String igPerson(String username) {
        return world.stranger(username).id;
    }

    /**
     * Lets a professional account publish a picture, now.
     *
     * @param igUser who
     * @param caption what it says
     * @return the id of the medium
     */
    public String media(String igUser, String caption) {
        return world.media(world.account(igUser), caption, FEED).id;
    }

    /**
     * Lets a professional account go live, now; what is commented there cannot be answered.
     *
     * @param igUser who
     * @return the id of the medium, which is not among the others
     */
    public String liveMedia(String igUser) {
        return world.media(world.account(igUser), "", LIVE).id;
    }

    /**
     * Lets somebody comment on Instagram, now; an answer to an answer hangs under the comment at the top.
     *
     * @param parent id of a medium or comment
     * @param username who
     * @param text what
     * @return the id of the comment
     */
    public String igComment(String parent, String username, String text) {
        return world.comment(world.node(parent), world.named(username), text).id;
    }

    /**
     * Lets somebody publish a picture whose caption mentions an account, now.
     *
     * @param igUser who is mentioned
     * @param username who publishes
     * @param caption with {@code @} and the mentioned name
     * @return the id of the medium
     */
    public String mentionMedia(String igUser, String username, String caption) {
        return world.mentioned(world.account(igUser), username, caption, FEED).id;
    }

    /**
     * Lets somebody mention an account in a comment under a foreign picture, now.
     *
     * @param igUser who is mentioned
     * @param username who comments
     * @param text with {@code @} and the mentioned name
     * @return the id of the comment
     */
    public String mentionComment(String igUser, String username, String text) {
        return world.mentioningOnInstagram(world.account(igUser), username, text).id;
    }

    /**
     * Tells what something stands under.
     *
     * @param id of a comment
     * @return the id of its post or medium
     */
    public String rootOf(String id) {
        return world.rootOf(id);
    }

    /**
     * Lets somebody publish a picture with a hashtag, now; it cannot be answered.
     *
     * @param tag without {@code #}
     * @param username who
     * @param caption what it says
     * @return the id of the medium
     */
    public String hashtagMedia(String tag, String username, String caption) {
        synchronized (world) {
            Node media = world.media(world.stranger(username), caption, FEED);
            graph.hashtags().add(tag, media);
            return media.id;
        }
    }

    /**
     * Tells what an id names, or for what a token acts.
     *
     * @param id of anything, deleted or not; or a token
     * @return the type such as {@code Post}, {@code IGComment} or {@code IGHashtag}, if the fake gave it out
     */
    public Optional<String> kindOf(String id) {
        synchronized (world) {
            return graph.kindOf(id).map(Kind::toString);
        }
    }

    /**
     * Gives what people do more seldom.
     *
     * @return the citizens
     */
    public MetaCitizens citizens() {
        return citizens;
    }

    /**
     * Gives what can be done with tokens beside giving them out.
     *
     * @return the tokens
     */
    public MetaTokens tokens() {
        return tokens;
    }

    /**
     * Gives what can be unusual about the networks.
     *
     * @return the quirks
     */
    public MetaQuirks quirks() {
        return scene.quirks();
    }

    /**
     * Gives the deliveries.
     *
     * @return the deliveries of all accounts
     */
    public MetaWebhooks webhooks() {
        return webhooks;
    }

    /**
     * Takes the oldest change that waits for delivery.
     *
     * @param account id of a page or professional account
     * @return a signed delivery of this change alone, if there is one
     */
    public Optional<WebhookRequest> nextDelivery(String account) {
        return webhooks.next(account);
    }
}
