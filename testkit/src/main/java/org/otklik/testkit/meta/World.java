package org.otklik.testkit.meta;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that stands in the fake networks; its lock guards all of it. */
final class World {

    private static final long FIRST_PAGE = 104_000_000_000_000L;
    private static final long FIRST_PERSON = 24_000_000_000_000_000L;
    private static final long FIRST_POST = 122_100_000_000_000L;
    private static final long FIRST_COMMENT = 903_400_000_000_000L;
    private static final long FIRST_IG_USER = 17_841_400_000_000_000L;
    private static final long FIRST_IG_PERSON = 1_200_000_000_000_000L;
    private static final long FIRST_MEDIA = 17_900_000_000_000_000L;
    private static final long FIRST_IG_COMMENT = 17_850_000_000_000_000L;

    final InstantSource time;
    final Tokens tokens;
    final Events events = new Events();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Account> names = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private long last;

    World(InstantSource time) {
        this.time = time;
        this.tokens = new Tokens(time);
    }

    String fresh(long first) {
        return Long.toString(first + ++last);
    }

    synchronized Account page(String name) {
        return account(Kind.PAGE, FIRST_PAGE, name, true);
    }

    synchronized Account person(String name) {
        return account(Kind.PERSON, FIRST_PERSON, name, false);
    }

    /** Returns a professional account for which the application may act. */
    synchronized Account instagram(String username) {
        return account(Kind.IG_USER, FIRST_IG_USER, username, true);
    }

    synchronized Account stranger(String username) {
        return account(Kind.IG_USER, FIRST_IG_PERSON, username, false);
    }

    private Account account(Kind kind, long first, String name, boolean ours) {
        return names.computeIfAbsent(kind + (ours ? " " : " foreign ") + name, unknown -> {
            Account account = new Account(kind, fresh(first), name, ours);
            accounts.put(account.id, account);
            return account;
        });
    }

    synchronized Optional<Account> findAccount(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    synchronized Account account(String id) {
        return findAccount(id).orElseThrow(() -> new IllegalArgumentException("The fake knows no account " + id + "."));
    }

    synchronized Optional<Node> findNode(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    synchronized Node node(String id) {
        return findNode(id).orElseThrow(() -> new IllegalArgumentException("The fake knows nothing " + id + "."));
    }

    Instant now() {
        return time.instant();
    }

    /** Writes a post on a page or, for a tagged one, somewhere else. */
    synchronized Node post(Account ground, Account author, String text) {
        return post(ground, author, text, author == ground ? "status" : "post");
    }

    synchronized Node post(Account ground, Account author, String text, String item) {
        Node post = new Node(Kind.POST, ground.id + "_" + fresh(FIRST_POST), ground, author, now(), text, null);
        post.product = item;
        nodes.put(post.id, post);
        if (ground.kind == Kind.PAGE) {
            ground.feed.add(post);
            (author == ground ? ground.published : ground.visitors).add(post);
            events.post(post, "add");
        }
        return post;
    }

    synchronized Node media(Account ground, String caption, String product) {
        Node media = new Node(Kind.MEDIA, fresh(FIRST_MEDIA), ground, ground, now(), caption, null);
        media.product = product;
        nodes.put(media.id, media);
        if (product.equals("FEED")) {
            ground.feed.add(media);
        }
        return media;
    }

    /** Writes under a post, a medium or a comment; there are two levels only. */
    synchronized Node comment(Node target, Account author, String text) {
        Node root = target.root();
        Node upper = target.upper();
        Node parent = upper == null ? target : upper;
        boolean facebook = root.kind == Kind.POST;
        String id = facebook
                ? root.id.substring(root.id.indexOf('_') + 1) + "_" + fresh(FIRST_COMMENT)
                : fresh(FIRST_IG_COMMENT);
        Kind kind = facebook ? Kind.COMMENT : Kind.IG_COMMENT;
        Node comment = new Node(kind, id, root.ground, author, now(), text, parent);
        comment.mentions = target.mentions;
        nodes.put(id, comment);
        parent.add(comment);
        events.comment(comment, "add");
        return comment;
    }

    /** Writes a post of somebody's own that mentions a page, which finds it among its tagged posts. */
    synchronized Node tagged(Account page, Account author, String text) {
        Node post = post(author, author, text);
        post.mentions = page;
        page.feed.add(post);
        page.tagged.add(post);
        events.mention(page, post);
        return post;
    }

    synchronized Node mentioning(Account page, Account author, String text) {
        Node comment = comment(post(author, author, ""), author, text);
        comment.mentions = page;
        events.mention(page, comment);
        return comment;
    }

    synchronized Node mentioned(Account account, String username, String caption, String product) {
        Node media = media(stranger(username), caption, product);
        media.mentions = account;
        events.mentionOnInstagram(account, media);
        return media;
    }

    synchronized Node mentioningOnInstagram(Account account, String username, String text) {
        Account stranger = stranger(username);
        Node comment = comment(media(stranger, "", "FEED"), stranger, text);
        comment.mentions = account;
        events.mentionOnInstagram(account, comment);
        return comment;
    }

    synchronized Node photoTag(Account account, String username, String caption) {
        Node media = media(stranger(username), caption, "FEED");
        media.mentions = account;
        account.tagged.add(media);
        return media;
    }

    synchronized void react(Node node, Account person) {
        events.reaction(node, person);
    }

    synchronized String rootOf(String id) {
        return node(id).root().id;
    }

    synchronized void link(Account page, Account instagram) {
        page.instagram = instagram;
    }

    synchronized String token(String account, Token.Login login) {
        return tokens.of(account(account), login).value;
    }

    /** Returns the account of Instagram of a name, a stranger's if it is none of the application's. */
    synchronized Account named(String username) {
        Account ours = names.get(Kind.IG_USER + " " + username);
        return ours == null ? stranger(username) : ours;
    }

    synchronized void edit(Node node, String text) {
        node.text = text;
        node.changed = now();
        node.forget();
        events.changed(node, "edited");
    }

    synchronized void hide(Node node, boolean hidden) {
        if (node.hidden != hidden) {
            node.hidden = hidden;
            node.forget();
            events.changed(node, hidden ? "hide" : "unhide");
        }
    }

    synchronized void delete(Node node) {
        if (!node.isGone()) {
            events.changed(node, "remove");
            node.delete();
        }
    }

    /** Opens or closes a post or medium for comments. */
    synchronized void open(Node root, boolean open) {
        root.open = open;
        root.forget();
        root.stream().forEach(Node::forget);
    }

    /** Whether the same text of an account of the application stands directly under something. */
    boolean stands(Node target, String text) {
        return target.children().stream().anyMatch(one -> one.author.ours && !one.isGone() && one.text.equals(text));
    }

    /** Lists the texts that were written through the API in answer to something and still stand. */
    synchronized List<String> repliesTo(Node node) {
        return node.root().stream().stream()
                .filter(one -> one.answered == node && !one.isGone())
                .map(one -> one.text)
                .toList();
    }
}
