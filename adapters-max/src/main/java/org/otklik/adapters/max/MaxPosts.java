package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;

/**
 * Makes posts of messages. A comment is what names the post under which it stands, whatever its update is called; for
 * one thread.
 */
final class MaxPosts {

    private static final int LONGEST_AUTHOR = 200;

    private final MaxPages pages;
    private final MaxAccount account;

    /** Where comments stand that answer their post itself. */
    private final Map<String, Discussion> threads = new HashMap<>();

    MaxPosts(MaxPages pages, MaxAccount account) {
        this.pages = pages;
        this.account = account;
    }

    /** The parts of a message that are asked for more than once. */
    private record Parts(
            JsonNode message,
            JsonNode body,
            JsonNode link,
            @Nullable Long chat,
            @Nullable String under) {

        static Parts of(JsonNode message) {
            JsonNode recipient = message.path("recipient");
            JsonNode chat = recipient.path("chat_id");
            String under = recipient.path("post_id").textValue();
            return new Parts(
                    message,
                    message.path("body"),
                    message.path("link"),
                    chat.isIntegralNumber() && chat.canConvertToLong() ? chat.longValue() : null,
                    under == null || under.isEmpty() ? null : under);
        }

        boolean isForward() {
            return "forward".equals(link.path("type").textValue());
        }

        @Nullable
        String linkedMid() {
            return link.path("message").path("mid").textValue();
        }

        String linkedText() {
            return text(link.path("message"));
        }

        private static String text(JsonNode body) {
            String text = body.path("text").textValue();
            return text == null ? "" : text;
        }
    }

    /** Reads a message or comment; returns its time, or nothing if it has none. */
    Optional<Instant> read(JsonNode message, Optional<Instant> editedAt, Found found) {
        JsonNode timestamp = message.path("timestamp");
        if (!timestamp.isIntegralNumber() || !timestamp.canConvertToLong()) {
            found.unreadable(message, "NO_TIME");
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(timestamp.longValue());
        Parts parts = Parts.of(message);
        try {
            MaxTarget target = target(parts, at);
            if (target == null) {
                found.unreadable(message, "NO_ID");
            } else {
                found.changes().add(new PostChange.Present(post(parts, target, at, editedAt)));
                note(parts, target, at.toEpochMilli());
            }
        } catch (IllegalArgumentException e) {
            // An id that cannot be a key fails alone.
            found.unreadable(message, "MALFORMED");
        }
        return Optional.of(at);
    }

    private static @Nullable MaxTarget target(Parts parts, Instant at) {
        String mid = parts.body().path("mid").textValue();
        if (mid != null && parts.under() != null) {
            return new MaxTarget.Comment(parts.under(), mid);
        }
        if (parts.chat() == null || parts.under() != null) {
            return null;
        }
        String linked = parts.linkedMid();
        if (mid == null && linked != null && parts.isForward()) {
            return new MaxTarget.Message(parts.chat(), MaxTarget.FORWARD + at.toEpochMilli() + ':' + linked);
        }
        return mid == null ? null : new MaxTarget.Message(parts.chat(), mid);
    }

    /** Remembers where things stand, for what later asks or tells only in part. */
    private void note(Parts parts, MaxTarget target, long at) {
        String type = parts.message().path("recipient").path("chat_type").asText();
        boolean channel = type.equals("channel") || parts.under() != null;
        if (target instanceof MaxTarget.Comment comment) {
            account.places().saw(comment.mid(), comment.under());
        }
        if (parts.chat() == null) {
            return;
        }
        long chat = parts.chat();
        if (channel) {
            String post = parts.under() != null ? parts.under() : ((MaxTarget.Message) target).mid();
            account.chats().add(chat, Chats.Kind.CHANNEL);
            account.posts().add(chat, post, at);
        } else {
            Chats.Kind.of(type).ifPresent(kind -> account.chats().add(chat, kind));
        }
    }

    private Post post(Parts parts, MaxTarget target, Instant at, Optional<Instant> editedAt) {
        String own = Parts.text(parts.body());
        boolean forwarded = own.isBlank() && parts.isForward();
        PostBuilder post = Post.builder(target.post(), at)
                .text(forwarded ? parts.linkedText() : own)
                .discussion(place(parts, forwarded));
        editedAt.ifPresent(post::editedAt);
        author(parts).ifPresent(post::author);
        media(forwarded ? parts.link().path("message") : parts.body(), post);
        String url = parts.message().path("url").textValue();
        if (url != null) {
            post.address(url);
        }
        return post.build();
    }

    /** Nobody named in a channel is the channel itself; nobody named under a post may be anybody. */
    private Optional<AuthorRef> author(Parts parts) {
        JsonNode sender = parts.message().path("sender");
        if (sender.isObject()) {
            return Fields.text(sender, "user_id")
                    .filter(id -> !id.isBlank() && id.length() <= LONGEST_AUTHOR)
                    .map(id -> new AuthorRef(MaxTarget.MAX, id, name(sender)));
        }
        boolean channel = "channel"
                .equals(parts.message().path("recipient").path("chat_type").textValue());
        return channel && parts.under() == null && parts.chat() != null
                ? Optional.of(pages.of(parts.chat()).speaker())
                : Optional.empty();
    }

    private static Optional<String> name(JsonNode sender) {
        String first = sender.path("first_name").textValue();
        String last = sender.path("last_name").textValue();
        if (first == null || first.isBlank()) {
            return Fields.text(sender, "name");
        }
        return Optional.of(last == null || last.isBlank() ? first : first + ' ' + last);
    }

    private Discussion place(Parts parts, boolean forwarded) {
        String linked = parts.linkedMid();
        if (parts.under() == null || parts.chat() == null || (linked != null && !forwarded)) {
            return place(parts, forwarded ? null : linked);
        }
        // Most comments answer the post itself, and most of a page the same one.
        return threads.computeIfAbsent(parts.under(), post -> place(parts, null));
    }

    private Discussion place(Parts parts, @Nullable String linked) {
        Optional<PostId> parent = Optional.empty();
        Optional<PostId> root = Optional.empty();
        Optional<String> parentText = Optional.empty();
        if (parts.under() != null && parts.chat() != null) {
            parent = Optional.of(new MaxTarget.Message(parts.chat(), parts.under()).post());
        }
        if (linked != null) {
            parentText = Optional.of(parts.linkedText()).filter(text -> !text.isBlank());
            if (!parts.isForward() && !linked.equals(parts.under())) {
                root = parent;
                parent = answered(parts, linked);
            }
        }
        Optional<MaxPages.Place> page = Optional.ofNullable(parts.chat()).map(pages::of);
        return new Discussion(
                parent,
                parentText,
                root,
                Optional.empty(),
                page.flatMap(MaxPages.Place::name),
                page.flatMap(MaxPages.Place::place));
    }

    private static Optional<PostId> answered(Parts parts, String mid) {
        if (parts.under() != null) {
            return Optional.of(new MaxTarget.Comment(parts.under(), mid).post());
        }
        return Optional.ofNullable(parts.chat()).map(chat -> new MaxTarget.Message(chat, mid).post());
    }

    private static void media(JsonNode body, PostBuilder post) {
        JsonNode attachments = body.path("attachments");
        if (!attachments.isArray() || attachments.isEmpty()) {
            return;
        }
        List<MediaRef> media = new ArrayList<>();
        for (JsonNode one : attachments) {
            kind(one.path("type").asText())
                    .ifPresent(kind -> media.add(new MediaRef(
                            kind, Fields.text(one.path("payload"), "url").flatMap(MaxPosts::address))));
        }
        post.media(media);
    }

    private static Optional<MediaRef.Kind> kind(String type) {
        return switch (type) {
            case "image" -> Optional.of(MediaRef.Kind.PHOTO);
            case "video" -> Optional.of(MediaRef.Kind.VIDEO);
            case "audio" -> Optional.of(MediaRef.Kind.AUDIO);
            case "inline_keyboard" -> Optional.empty();
            default -> Optional.of(MediaRef.Kind.OTHER);
        };
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
