package org.otklik.adapters.meta.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the reference pages describe and the published descriptions leave out, each with its page. */
final class Gaps {

    /** Of each call. Pages "Secure Graph API calls" and "Field expansion". */
    static final Set<String> ALWAYS = Set.of("access_token", "appsecret_proof", "appsecret_time", "fields");

    /** Of each list. Page "Paginated results". */
    static final Map<String, String> PAGING = Map.of("limit", "unsigned int", "after", "string", "before", "string");

    /** Of lists of posts, which are paged by time too. Page "Paginated results", "Time-based pagination". */
    static final Map<String, String> TIMES = Map.of("since", "datetime", "until", "datetime");

    static final Set<String> PAGED_BY_TIME = Set.of("feed", "published_posts", "posts", "visitor_posts", "tagged");

    /** Of lists of comments on Facebook. Page "Object comments". */
    static final Map<String, String> SUMMARY = Map.of("summary", "string");

    /** The values of enumerations, of which the descriptions tell the names only. */
    static final Map<String, Set<String>> VALUES = Map.of(
            "filter", Set.of("toplevel", "stream"),
            "order", Set.of("chronological", "reverse_chronological"),
            "live_filter", Set.of("filter_low_quality", "no_filter"),
            "with", Set.of("LOCATION"),
            "subscribed_fields", Set.of("feed", "mention", "comments", "live_comments", "mentions", "messages"));

    /** The fields of people and pages where the descriptions say "Object" only. */
    static final Map<String, Map<String, String>> OBJECTS = Map.of(
            "from", Map.of("id", "string", "name", "string"),
            "object", Map.of("id", "string"));

    private Gaps() {}

    /** Returns types of nodes that are not among the descriptions. */
    static List<Spec> specs() {
        return List.of(root(), hashtag(), hashtagMedia());
    }

    /** Calls without a node. Pages "IG Hashtag Search" and "Refresh access token". */
    private static Spec root() {
        return new Spec(
                "Root",
                Map.of("access_token", "string", "token_type", "string", "expires_in", "int"),
                Map.of(
                        "GET ig_hashtag_search",
                        new Spec.Call(
                                Map.of("user_id", "string", "q", "string"), Set.of("user_id", "q"), "ShadowIGHashtag"),
                        "GET refresh_access_token",
                        new Spec.Call(Map.of("grant_type", "string"), Set.of("grant_type"), "Root")));
    }

    /** Page "IG Hashtag". */
    private static Spec hashtag() {
        Spec.Call media = new Spec.Call(Map.of("user_id", "string"), Set.of("user_id"), "HashtagMedia");
        return new Spec(
                "ShadowIGHashtag",
                Map.of("id", "string", "name", "string"),
                Map.of("GET ", new Spec.Call(Map.of(), Set.of(), "ShadowIGHashtag"), "GET recent_media", media));
    }

    /** Page "IG Hashtag recent media": no author. */
    private static Spec hashtagMedia() {
        return new Spec(
                "HashtagMedia",
                Map.of(
                        "id", "string",
                        "caption", "string",
                        "comments_count", "int",
                        "like_count", "int",
                        "media_type", "string",
                        "media_url", "string",
                        "permalink", "string",
                        "timestamp", "datetime"),
                Map.of());
    }
}
