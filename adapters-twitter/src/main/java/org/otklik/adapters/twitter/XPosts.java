package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostId;
import org.otklik.spi.PostPage.Unreadable;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;

/**
 * Makes posts of what X shows, in both spellings; thread-safe.
 *
 * <p>An edited post comes under a new id; here it keeps the id of its first version, so that it stays one post.
 */
final class XPosts {

    private static final String[] HISTORY = {"edit_history_tweet_ids", "edit_history_post_ids"};
    private static final String[] REFERENCED = {"referenced_tweets", "referenced_posts"};
    private static final int LONGEST_ID = 19;
    private static final int LONGEST_HANDLE = 15;
    private static final int SHIFT = 22;
    private static final long EPOCH = 1_288_834_974_657L;

    private final Map<String, String> officialHandles;
    private final Supplier<WatchList> watched;

    XPosts(XSettings settings, Supplier<WatchList> watched) {
        Map<String, String> handles = new HashMap<>();
        settings.officials().forEach(official -> handles.put(official.userId(), official.handle()));
        this.officialHandles = Map.copyOf(handles);
        this.watched = watched;
    }

    /** A version of a post: its own id, by which X sorts, the id of the first, and the post under that. */
    record Version(long id, long first, Post post) {}

    /** What a page holds. */
    record Batch(List<Version> versions, List<Unreadable> unreadable) {}

    /** When X made an id; the upper bits are its milliseconds. */
    static Instant timeOf(long id) {
        return Instant.ofEpochMilli((id >> SHIFT) + EPOCH);
    }

    /** Reads an answer; versions that were edited since and retweets are left out. */
    Batch read(JsonNode answer, Optional<String> matched) {
        return read(answer.path("data"), answer.path("includes"), matched);
    }

    /** The same where posts and what came along stand elsewhere. */
    Batch read(JsonNode data, JsonNode includes, Optional<String> matched) {
        Included included = new Included(includes, watched.get());
        List<Version> versions = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (JsonNode one : data.isArray() ? data : List.of(data)) {
            History history = History.of(one);
            if (one.isObject() && history.isNewest() && !isRetweet(one)) {
                read(one, history, included, matched)
                        .ifPresentOrElse(versions::add, () -> unreadable.add(unreadable(one)));
            }
        }
        return new Batch(versions, unreadable);
    }

    private static Unreadable unreadable(JsonNode post) {
        return new Unreadable(
                Fields.text(post, "id").filter(id -> !id.isBlank()).orElse("unknown"), "MALFORMED");
    }

    private static boolean isRetweet(JsonNode post) {
        return reference(post, "retweeted").isPresent();
    }

    /** The id of the newest version that a version knows of. */
    static String newest(JsonNode post) {
        return History.of(post).newest();
    }

    /** Ids of a version, and of the first and the newest of its post that it knows of. */
    private record History(String id, String first, String newest) {

        static History of(JsonNode post) {
            String id = post.path("id").asText();
            String first = "";
            String newest = id;
            for (JsonNode version : Fields.array(post, HISTORY)) {
                String text = version.asText();
                if (!text.isBlank()) {
                    first = first.isEmpty() ? text : first;
                    newest = text;
                }
            }
            return new History(id, first.isEmpty() ? id : first, newest);
        }

        boolean isNewest() {
            return newest.equals(id);
        }

        boolean isEdited() {
            return !first.equals(id);
        }
    }

    private static boolean isId(String text) {
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_ID;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private Optional<Version> read(JsonNode json, History history, Included included, Optional<String> matched) {
        Optional<String> id = Fields.text(json, "id").filter(XPosts::isId);
        Optional<String> text = text(json);
        if (id.isEmpty() || text.isEmpty() || (history.isEdited() && !isId(history.first()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Version(
                    Long.parseLong(id.get()),
                    Long.parseLong(history.first()),
                    post(json, history, text.get(), included, matched)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Post post(JsonNode json, History history, String text, Included included, Optional<String> matched) {
        String first = history.first();
        Instant written = created(json);
        PostBuilder post = Post.builder(id(first), history.isEdited() ? timeOf(Long.parseLong(first)) : written)
                .text(text.substring(0, Math.min(text.length(), PostBuilder.LONGEST_TEXT)))
                .discussion(discussion(json, included))
                .media(media(json, included));
        if (history.isEdited()) {
            post.editedAt(written);
        }
        String author = Fields.text(json, "author_id").orElse("");
        if (!author.isBlank()) {
            post.author(new AuthorRef(XAdapter.NETWORK, author, included.name(author)));
        }
        point(json).ifPresent(post::point);
        matched.ifPresent(post::matchedQuery);
        return post.address(address(first, included.handle(author))).build();
    }

    static PostId id(String nativeId) {
        return new PostId(XAdapter.NETWORK, nativeId);
    }

    static String address(String id, Optional<String> handle) {
        String who = handle.filter(XPosts::isHandle).orElse("i");
        return "https://x.com/" + who + "/status/" + id;
    }

    private static boolean isHandle(String name) {
        boolean shaped = !name.isEmpty() && name.length() <= LONGEST_HANDLE;
        for (int i = 0; shaped && i < name.length(); i++) {
            char c = name.charAt(i);
            shaped = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }
        return shaped;
    }

    private static Instant created(JsonNode json) {
        return Fields.text(json, "created_at")
                .flatMap(XTime::read)
                .orElseGet(() -> timeOf(Long.parseLong(json.path("id").asText())));
    }

    /** The whole text; {@code text} is cut at 280. */
    static Optional<String> text(JsonNode json) {
        return Fields.text(json.path("note_tweet"), "text")
                .or(() -> Fields.text(json.path("note_post"), "text"))
                .or(() -> Fields.text(json, "text"))
                .map(XPosts::unescape);
    }

    static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Optional<GeoPoint> point(JsonNode json) {
        JsonNode pair = json.path("geo").path("coordinates").path("coordinates");
        return pair.size() == 2 && pair.path(0).isNumber() && pair.path(1).isNumber()
                ? Optional.of(
                        new GeoPoint(pair.path(1).doubleValue(), pair.path(0).doubleValue()))
                : Optional.empty();
    }

    private static List<MediaRef> media(JsonNode json, Included included) {
        JsonNode keys = Fields.array(json.path("attachments"), "media_keys");
        return keys.isEmpty() ? List.of() : mediaOf(keys, included);
    }

    private static List<MediaRef> mediaOf(JsonNode keys, Included included) {
        return StreamSupport.stream(keys.spliterator(), false)
                .flatMap(key -> Optional.ofNullable(included.media.get(key.asText())).stream())
                .toList();
    }

    static Optional<String> reference(JsonNode json, String type) {
        for (JsonNode one : Fields.array(json, REFERENCED)) {
            Optional<String> id = Fields.text(one, "id").filter(value -> !value.isBlank());
            if (id.isPresent() && one.path("type").asText().equals(type)) {
                return id;
            }
        }
        return Optional.empty();
    }

    /** A quoted post is what a post is about, as a parent is; whose conversation it is, is the page. */
    private Discussion discussion(JsonNode json, Included included) {
        Optional<String> answered = reference(json, "replied_to");
        Optional<String> parent = answered.or(() -> reference(json, "quoted"));
        Discussion discussion = parent.map(id -> {
                    String stable = included.firstId(id);
                    return included.text(id)
                            .map(text -> Discussion.under(id(stable), text))
                            .orElseGet(() -> Discussion.under(id(stable)));
                })
                .orElse(Discussion.NONE);
        Discussion rooted = answered.flatMap(any -> root(json, included, parent))
                .map(root -> withRoot(discussion, root, included))
                .orElse(discussion);
        return page(json, included, parent)
                .map(page -> onPage(rooted, page, included))
                .orElse(rooted);
    }

    private static Optional<String> root(JsonNode json, Included included, Optional<String> parent) {
        return Fields.text(json, "conversation_id")
                .filter(id -> !id.isBlank()
                        && !id.equals(parent.map(included::firstId).orElse("")));
    }

    private static Discussion withRoot(Discussion discussion, String root, Included included) {
        return new Discussion(
                discussion.parent(),
                discussion.parentText(),
                Optional.of(id(root)),
                included.text(root),
                discussion.page(),
                discussion.pagePlace());
    }

    private Optional<String> page(JsonNode json, Included included, Optional<String> parent) {
        Optional<String> spokenTo = Fields.text(json, "in_reply_to_user_id")
                .or(() -> parent.flatMap(included::author))
                .filter(id -> !id.isBlank());
        return spokenTo.map(id -> handle(id, included).orElse(id))
                .or(() -> handle(json.path("author_id").asText(), included).filter(handle -> isOurs(handle, included)));
    }

    private Optional<String> handle(String userId, Included included) {
        return Optional.ofNullable(officialHandles.get(userId)).or(() -> included.handle(userId));
    }

    private boolean isOurs(String handle, Included included) {
        return officialHandles.containsValue(handle)
                || included.watchedPage(handle).isPresent();
    }

    private static Discussion onPage(Discussion discussion, String handle, Included included) {
        Optional<WatchedPage> page = included.watchedPage(handle);
        Discussion named = discussion.withPage(page.map(WatchedPage::page).orElse(handle));
        return page.flatMap(WatchedPage::place).map(named::withPagePlace).orElse(named);
    }

    /** What came along: users, posts that are referred to, media; and which pages are watched meanwhile. */
    private static final class Included {

        private final Map<String, JsonNode> users = new HashMap<>();
        private final Map<String, JsonNode> posts = new HashMap<>();
        private final Map<String, MediaRef> media = new HashMap<>();

        private final Map<String, WatchedPage> pages = new HashMap<>();

        Included(JsonNode includes, WatchList watched) {
            watched.pages().forEach(page -> pages.putIfAbsent(page.page().toLowerCase(Locale.ROOT), page));
            Fields.items(includes, "users")
                    .forEach(user -> users.put(user.path("id").asText(), user));
            Fields.items(includes, "tweets", "posts")
                    .forEach(post -> posts.put(post.path("id").asText(), post));
            Fields.items(includes, "media")
                    .forEach(one -> media.put(one.path("media_key").asText(), media(one)));
        }

        private static MediaRef media(JsonNode one) {
            MediaRef.Kind kind = switch (one.path("type").asText()) {
                case "photo" -> MediaRef.Kind.PHOTO;
                case "video", "animated_gif" -> MediaRef.Kind.VIDEO;
                default -> MediaRef.Kind.OTHER;
            };
            return new MediaRef(
                    kind, Fields.text(one, "url", "preview_image_url").flatMap(Included::uri));
        }

        private static Optional<URI> uri(String text) {
            try {
                return Optional.of(URI.create(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        Optional<WatchedPage> watchedPage(String handle) {
            return Optional.ofNullable(pages.get(handle.toLowerCase(Locale.ROOT)));
        }

        private JsonNode post(String id) {
            return posts.getOrDefault(id, MissingNode.getInstance());
        }

        Optional<String> text(String postId) {
            return XPosts.text(post(postId));
        }

        Optional<String> author(String postId) {
            return Fields.text(post(postId), "author_id");
        }

        String firstId(String postId) {
            return Optional.ofNullable(posts.get(postId))
                    .map(post -> History.of(post).first())
                    .orElse(postId);
        }

        Optional<String> handle(String userId) {
            return Optional.ofNullable(users.get(userId)).flatMap(user -> Fields.text(user, "username"));
        }

        Optional<String> name(String userId) {
            return Optional.ofNullable(users.get(userId)).flatMap(user -> Fields.text(user, "name", "username"));
        }
    }
}
