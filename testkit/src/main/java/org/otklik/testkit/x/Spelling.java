package org.otklik.testkit.x;

import java.util.Set;

/** Which of its two published vocabularies X speaks. */
public enum Spelling {
    /** Up to OpenAPI 2.166: {@code tweet.fields}, {@code referenced_tweets}. */
    TWEET(
            "tweet",
            "referenced_tweets.id",
            "retweet_count",
            "https://api.twitter.com",
            Set.of("author_id", "in_reply_to_user_id", "referenced_tweets", "edit_history_tweet_ids", "note_tweet"),
            Set.of("referenced_tweets.id", "referenced_tweets.id.author_id", "edit_history_tweet_ids")),
    /** From OpenAPI 2.167 on: {@code post.fields}, {@code referenced_posts}. */
    POST(
            "post",
            "referenced_posts",
            "repost_count",
            "https://api.x.com",
            Set.of("note_post"),
            Set.of("referenced_posts", "edit_history_post_ids"));

    private static final Set<String> FIELDS = Set.of(
            "attachments",
            "conversation_id",
            "created_at",
            "display_text_range",
            "edit_controls",
            "entities",
            "geo",
            "id",
            "lang",
            "possibly_sensitive",
            "public_metrics",
            "reply_settings",
            "source",
            "text",
            "withheld");
    private static final Set<String> EXPANSIONS = Set.of(
            "attachments.media_keys", "author_id", "entities.mentions.username", "geo.place_id", "in_reply_to_user_id");

    private final String word;
    private final String parents;
    private final String reposts;
    private final String host;
    private final Set<String> fields;
    private final Set<String> expansions;

    Spelling(String word, String parents, String reposts, String host, Set<String> fields, Set<String> expansions) {
        this.word = word;
        this.parents = parents;
        this.reposts = reposts;
        this.host = host;
        this.fields = fields;
        this.expansions = expansions;
    }

    String fieldsParameter() {
        return word + ".fields";
    }

    String referenced() {
        return "referenced_" + word + "s";
    }

    String history() {
        return "edit_history_" + word + "_ids";
    }

    String note() {
        return "note_" + word;
    }

    String included() {
        return word + "s";
    }

    /** The expansion that includes the posts that a post refers to. */
    String parents() {
        return parents;
    }

    String reposts() {
        return reposts;
    }

    String problem(String type) {
        return host + "/2/problems/" + type;
    }

    boolean hasField(String field) {
        return FIELDS.contains(field) || fields.contains(field);
    }

    boolean hasExpansion(String expansion) {
        return EXPANSIONS.contains(expansion) || expansions.contains(expansion);
    }
}
