package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.ReplyTarget;

/** What differs between Facebook and Instagram, which are asked by the same Graph; thread-safe. */
interface Dialect {

    /** Hears what a list of comments holds. */
    interface Listener {

        /** Something was said; without a post it could not be read. */
        void said(String nativeId, Optional<Post> post);

        /** The replies to a comment go on behind those that came with it. */
        void continues(String comment, String after);
    }

    /** Hears what a webhook tells. */
    interface Heard {

        void change(Instant at, PostChange change);

        /** There is something to be fetched. */
        void hint(Hint hint);
    }

    NetworkId network();

    /** Name of the secret that proves who the account is. */
    String tokenName();

    /** What the deliveries of webhooks are about. */
    String webhookObject();

    int largestPage();

    /** The list of an account's own posts, with how many comments each has. */
    Edge posts(MetaAccount account);

    Edge post(String nativeId);

    Optional<Post> readPost(Stand stand, JsonNode post);

    /** How many comments the network counts; -1 if it does not say. */
    long countComments(JsonNode post);

    Edge comments(String post);

    void readComments(Stand stand, Stand.Root root, JsonNode list, Listener listener);

    /** The rest of the replies to a comment, where they do not come with the comments. */
    Edge replies(String comment);

    void readReplies(Stand stand, Stand.Root root, String comment, JsonNode list, Listener listener);

    /** Shows whether something is still there. */
    Edge existence(String nativeId);

    /** How the ids of an account's posts begin. */
    String postPrefix(MetaAccount account);

    /** How the ids of a post's comments begin. */
    String commentPrefix(String post);

    /** Posts of others on which somebody tagged the account. */
    Edge tagged(MetaAccount account);

    Optional<Post> readTagged(MetaAccount account, JsonNode post);

    /** Reads a change that a webhook tells. */
    void hear(Stand stand, JsonNode change, Instant at, Heard heard);

    /** Asks for what a webhook hinted at; empty where the account's login shows it to nobody. */
    Optional<Edge> hinted(MetaAccount account, Hint hint);

    Optional<Post> readHinted(Stand stand, Hint hint, JsonNode answer);

    /** Where a reply is written, and with what. */
    Edge reply(MetaAccount account, ReplyTarget target, String text);

    /** The id under which polling shows a reply that was written. */
    String replyId(ReplyTarget target, String id);

    /** Why the network would not take a text, beside its length. */
    Optional<String> objection(String text);

    /** Shows the answered comment with its parent; empty where a post is answered, or nobody can look. */
    Optional<Edge> answered(MetaAccount account, ReplyTarget target);

    /** A thread has two levels: the id of the comment under which the answers to this one hang, if it is another. */
    Optional<String> threadOf(JsonNode comment);

    /** Lists what hangs under a post or comment of the first level, newest first; empty where nobody can look. */
    Optional<Edge> answers(MetaAccount account, ReplyTarget target, String first);

    /** Whether the account itself wrote a comment. */
    boolean isBy(MetaAccount account, JsonNode comment);
}
