package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.PostPage.Unreadable;

/** Makes posts of what the network shows. */
final class OkPosts {

    static final String ACTIVE = "ACTIVE_MESSAGE";
    static final String COMMENT_FIELDS = "comment.ID,comment.TEXT,comment.DATE,comment.TYPE,comment.AUTHOR_ID,"
            + "comment.AUTHOR_NAME,comment.AUTHOR_REF,comment.REPLY_TO_COMMENT_ID,comment.ATTRS";

    private static final String REPLY_TO = "reply_to_comment_id";
    private static final Pattern PATH = Pattern.compile("[a-z]+/[0-9]+(/[a-z]+/[0-9]+)?");
    private static final int LONGEST_ID = 100;

    private final OkPages pages;
    private final InstantSource time;

    OkPosts(OkPages pages, InstantSource time) {
        this.pages = pages;
        this.time = time;
    }

    /** What was made of a page; the lists grow while it is read. */
    record Found(List<PostChange> changes, List<Unreadable> unreadable) {

        Found() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void unreadable(JsonNode item, String reason) {
            String id = Fields.text(item, "id").orElse("?");
            unreadable.add(new Unreadable(id.substring(0, Math.min(id.length(), LONGEST_ID)), reason));
        }
    }

    /** Reads comments; those older than the floor are left out. Returns when the oldest of the page was written. */
    Optional<Instant> comments(JsonNode page, OkDiscussion discussion, Instant floor, OkCalls calls, Found found) {
        JsonNode comments = Fields.array(page, "comments");
        Under under = under(discussion, textsIfAnswered(comments), calls);
        Optional<Instant> oldest = Optional.empty();
        for (JsonNode node : comments) {
            Optional<Instant> at = OkTime.read(node, "date");
            if (at.filter(time -> time.isBefore(floor)).isEmpty()) {
                comment(node, at, under, found);
            }
            oldest = earlier(oldest, at);
        }
        return oldest;
    }

    /** Texts by id, where a comment of the page answers another. */
    private static Map<String, String> textsIfAnswered(JsonNode comments) {
        Map<String, String> texts = new HashMap<>();
        for (JsonNode node : comments) {
            if (node.has(REPLY_TO)) {
                comments.forEach(one -> Fields.text(one, "id").ifPresent(id -> texts.put(id, text(one, "text"))));
                return texts;
            }
        }
        return texts;
    }

    /**
     * What all comments of a page share: naming the wall reads the storage once for each watched page.
     *
     * @param named on whose page they stand
     * @param address where people see them; comments have no address of their own
     * @param texts of the comments, by id
     */
    private record Under(OkDiscussion discussion, Discussion named, Optional<URI> address, Map<String, String> texts) {}

    private Under under(OkDiscussion discussion, Map<String, String> texts, OkCalls calls) {
        Discussion named = discussion
                .group()
                .map(group -> pages.onPage(Discussion.NONE, group, calls))
                .orElse(Discussion.NONE);
        return new Under(discussion, named, address(discussion.target(), discussion.group()), texts);
    }

    private void comment(JsonNode node, Optional<Instant> at, Under under, Found found) {
        Optional<String> id = Fields.text(node, "id");
        if (id.isEmpty() || at.isEmpty()) {
            found.unreadable(node, "NO_ID_OR_TIME");
            return;
        }
        try {
            OkTarget.InDiscussion target = under.discussion().target().at(id.get());
            found.changes().add(change(node, target, at.get(), under));
        } catch (IllegalArgumentException e) {
            // An id that cannot be a key fails alone.
            found.unreadable(node, "MALFORMED");
        }
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        boolean isFirst = one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get()));
        return isFirst ? other : one;
    }

    private PostChange change(JsonNode node, OkTarget.InDiscussion target, Instant at, Under under) {
        if (Fields.text(node, "type").filter(type -> !type.equals(ACTIVE)).isPresent()) {
            return new PostChange.Gone(target.post(), time.instant());
        }
        PostBuilder post =
                Post.builder(target.post(), at).text(text(node, "text")).discussion(place(node, under));
        author(node).ifPresent(post::author);
        under.address().ifPresent(post::address);
        return new PostChange.Present(post.build());
    }

    private static String text(JsonNode node, String name) {
        return OkMarkup.plain(Fields.text(node, name).orElse(""));
    }

    private static Optional<AuthorRef> author(JsonNode node) {
        return Fields.text(node, "author_id")
                .or(() -> Fields.text(node, "author_ref").map(OkPosts::withoutKind))
                .filter(id -> !id.isBlank())
                .map(id -> new AuthorRef(OkTarget.OK, id, Fields.text(node, "author_name")));
    }

    /** Ids of people and groups come from one sequence, so the word before them is not needed. */
    static String withoutKind(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    private static Discussion place(JsonNode node, Under page) {
        OkDiscussion under = page.discussion();
        PostId root = under.target().post();
        Optional<String> replyTo = Fields.text(node, REPLY_TO).filter(id -> !id.isBlank());
        Discussion place = replyTo.map(id -> {
                    Discussion parent =
                            Discussion.under(under.target().at(id).post()).withRoot(root, under.text());
                    return page.texts().containsKey(id)
                            ? parent.withParentText(page.texts().get(id))
                            : parent;
                })
                .orElseGet(() -> Discussion.under(root, under.text()));
        return new Discussion(
                place.parent(),
                place.parentText(),
                place.root(),
                place.rootText(),
                page.named().page(),
                page.named().pagePlace());
    }

    /** Where people see it; comments have no address of their own. */
    static Optional<URI> address(OkTarget.InDiscussion target, Optional<String> group) {
        Optional<String> path = switch (target.type()) {
            case "GROUP_TOPIC" -> group.map(id -> "group/" + id + "/topic/" + target.id());
            case "USER_STATUS", "USER_TOPIC" -> group.map(id -> "profile/" + id + "/statuses/" + target.id());
            default -> group.map(id -> "group/" + id);
        };
        return path.filter(text -> PATH.matcher(text).matches()).map(text -> URI.create("https://ok.ru/" + text));
    }

    /** Reads a topic; empty, and noted as unreadable, if it has no id or time, or an id that cannot be a key. */
    Optional<Post> topic(JsonNode node, JsonNode entities, OkCalls calls, Found found) {
        try {
            Optional<Post> topic = topic(node, entities, calls);
            if (topic.isEmpty()) {
                found.unreadable(node, "NO_ID_OR_TIME");
            }
            return topic;
        } catch (IllegalArgumentException e) {
            found.unreadable(node, "MALFORMED");
            return Optional.empty();
        }
    }

    private Optional<Post> topic(JsonNode node, JsonNode entities, OkCalls calls) {
        Optional<String> id = Fields.text(node, "id");
        Optional<Instant> at = Fields.millis(node, "created_ms").or(() -> OkTime.read(node, "created"));
        if (id.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        String owner = Fields.text(node, "owner_ref").orElse("");
        boolean inGroup = !owner.startsWith("user:");
        OkTarget.InDiscussion target = new OkTarget.InDiscussion(
                Fields.text(node.path("discussion_summary"), "discussion_type")
                        .orElse(inGroup ? "GROUP_TOPIC" : "USER_STATUS"),
                id.get(),
                Optional.empty());
        Optional<String> page = Optional.of(withoutKind(owner)).filter(name -> !name.isBlank());
        PostBuilder post =
                Post.builder(target.post(), at.get()).text(text(node)).media(media(node));
        page.ifPresent(name -> post.discussion(pages.onPage(Discussion.NONE, name, calls)));
        address(target, page).ifPresent(post::address);
        Fields.text(node, "author_ref")
                .or(() -> Optional.of(owner).filter(reference -> !reference.isBlank()))
                .ifPresent(reference ->
                        post.author(new AuthorRef(OkTarget.OK, withoutKind(reference), name(reference, entities))));
        return Optional.of(post.build());
    }

    private static String text(JsonNode topic) {
        List<String> parts = Fields.items(topic, "media")
                .filter(part -> Fields.text(part, "type").filter("text"::equals).isPresent())
                .flatMap(part -> Fields.text(part, "text").stream())
                .map(OkMarkup::plain)
                .toList();
        return String.join("\n", parts);
    }

    private static List<MediaRef> media(JsonNode topic) {
        return Fields.items(topic, "media")
                .map(part -> Fields.text(part, "type").orElse("text"))
                .filter(type -> !type.equals("text"))
                .map(type -> new MediaRef(kind(type), Optional.empty()))
                .toList();
    }

    static MediaRef.Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "photo", "image" -> MediaRef.Kind.PHOTO;
            case "movie", "video" -> MediaRef.Kind.VIDEO;
            case "music", "audio" -> MediaRef.Kind.AUDIO;
            default -> MediaRef.Kind.OTHER;
        };
    }

    private static Optional<String> name(String reference, JsonNode entities) {
        String id = withoutKind(reference);
        return Fields.items(entities, reference.startsWith("group:") ? "groups" : "users")
                .filter(one -> Fields.text(one, "uid").filter(id::equals).isPresent())
                .flatMap(one -> Fields.text(one, "name").stream())
                .findFirst();
    }
}
