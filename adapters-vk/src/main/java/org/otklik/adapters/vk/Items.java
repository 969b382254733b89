package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;

/** Makes posts of VK's posts and comments; mentions such as {@code [id1|Имя]} stay in the text. */
final class Items {

    private static final long NONE = 0;

    private final LongFunction<String> pages;
    private final @Nullable String query;

    /** Creates a reader; {@code pages} tells how the wall of an owner is called. */
    Items(LongFunction<String> pages) {
        this(pages, null);
    }

    /** Creates a reader of what a query found. */
    Items(LongFunction<String> pages, @Nullable String query) {
        this.pages = pages;
        this.query = query;
    }

    /** Suggested and postponed posts are not public. */
    static boolean isPublic(JsonNode item) {
        String type = Fields.text(item, "post_type").orElse("post");
        return !type.equals("suggest") && !type.equals("postpone");
    }

    static boolean isDeleted(JsonNode item) {
        return Fields.flag(item, "deleted").orElse(false)
                || Fields.flag(item, "is_deleted").orElse(false);
    }

    /** The native id of a post; empty if the item has none. */
    static Optional<NativeId> postId(JsonNode item, long owner) {
        OptionalLong number = Fields.number(item, "id", "post_id");
        return number.isPresent()
                ? Optional.of(NativeId.ofPost(Fields.number(item, "owner_id").orElse(owner), number.getAsLong()))
                : Optional.empty();
    }

    /** The native id of a comment; empty if the item has none. */
    static Optional<NativeId> commentId(JsonNode item, NativeId root) {
        OptionalLong number = Fields.number(item, "id");
        return number.isPresent() ? Optional.of(root.withComment(number.getAsLong())) : Optional.empty();
    }

    /** Reads a post; empty if it has no time. */
    Optional<Post> post(JsonNode item, NativeId id, Names names) {
        return builder(item, id, names)
                .map(builder -> builder.text(text(item))
                        .discussion(Discussion.onPage(pages.apply(id.owner())))
                        .address(id.address(OptionalLong.empty()))
                        .build());
    }

    /** Reads a comment; empty if it has no time. */
    Optional<Post> comment(JsonNode item, NativeId id, Names names) {
        OptionalLong thread = thread(item);
        return builder(item, id, names)
                .map(builder -> builder.text(Fields.text(item, "text").orElse(""))
                        .discussion(discussion(item, id))
                        .address(id.address(thread))
                        .build());
    }

    /** The comment under which a reply hangs; empty for a comment of the first level. */
    static OptionalLong thread(JsonNode item) {
        return item.path("parents_stack").path(0).canConvertToLong()
                        && item.path("parents_stack").path(0).longValue() > NONE
                ? OptionalLong.of(item.path("parents_stack").path(0).longValue())
                : OptionalLong.empty();
    }

    /** The comment that a comment answers; empty if it answers the post. */
    static OptionalLong answered(JsonNode item) {
        OptionalLong direct = Fields.number(item, "reply_to_comment");
        if (direct.isPresent() && direct.getAsLong() > NONE) {
            return direct;
        }
        JsonNode parents = item.path("parents_stack");
        JsonNode last = parents.path(parents.size() - 1);
        return last.canConvertToLong() ? OptionalLong.of(last.longValue()) : OptionalLong.empty();
    }

    private Discussion discussion(JsonNode item, NativeId id) {
        OptionalLong answered = answered(item);
        NativeId parent = answered.isPresent() ? id.withComment(answered.getAsLong()) : id.root();
        Optional<NativeId> root = parent.isComment() ? Optional.of(id.root()) : Optional.empty();
        return new Discussion(
                Optional.of(parent.id()),
                Optional.empty(),
                root.map(NativeId::id),
                Optional.empty(),
                Optional.of(pages.apply(id.owner())),
                Optional.empty());
    }

    private Optional<PostBuilder> builder(JsonNode item, NativeId id, Names names) {
        return Fields.seconds(item, "date", "created").map(at -> {
            PostBuilder builder = Post.builder(id.id(), at).media(media(item));
            Fields.seconds(item, "edited").filter(edited -> edited.isAfter(at)).ifPresent(builder::editedAt);
            author(item, names).ifPresent(builder::author);
            point(item.path("geo")).ifPresent(builder::point);
            if (query != null) {
                builder.matchedQuery(query);
            }
            return builder;
        });
    }

    private static Optional<AuthorRef> author(JsonNode item, Names names) {
        OptionalLong author = Fields.number(item, "from_id", "owner_id");
        return author.isPresent() && author.getAsLong() != NONE
                ? Optional.of(new AuthorRef(
                        VkAdapter.NETWORK, String.valueOf(author.getAsLong()), names.of(author.getAsLong())))
                : Optional.empty();
    }

    /** What stands on the wall; of a repost without words of its own that is what it repeats. */
    private static String text(JsonNode item) {
        String own = Fields.text(item, "text").orElse("");
        return own.isBlank()
                ? Fields.text(item.path("copy_history").path(0), "text").orElse(own)
                : own;
    }

    private static List<MediaRef> media(JsonNode item) {
        JsonNode attachments = Fields.array(item, "attachments");
        if (attachments.isEmpty()) {
            return List.of();
        }
        List<MediaRef> media = new ArrayList<>();
        attachments.forEach(one -> {
            String type = Fields.text(one, "type").orElse("");
            switch (type) {
                case "photo" -> media.add(new MediaRef(MediaRef.Kind.PHOTO, photo(one.path(type))));
                case "video", "short_video" -> media.add(new MediaRef(MediaRef.Kind.VIDEO, Optional.empty()));
                case "audio", "audio_message" -> media.add(new MediaRef(MediaRef.Kind.AUDIO, Optional.empty()));
                case "doc", "graffiti" -> media.add(new MediaRef(MediaRef.Kind.OTHER, Optional.empty()));
                default -> {
                    // Links, polls, maps and the like are no media.
                }
            }
        });
        return media;
    }

    private static Optional<URI> photo(JsonNode photo) {
        return Fields.items(photo, "sizes")
                .max(Comparator.comparingLong(
                        size -> Fields.number(size, "width").orElse(0)))
                .flatMap(size -> Fields.text(size, "url"))
                .flatMap(Items::address);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Coordinates come as "latitude longitude" or as an object, itself or of the place. */
    private static Optional<GeoPoint> point(JsonNode geo) {
        if (!geo.isObject()) {
            return Optional.empty();
        }
        JsonNode coordinates = geo.path("coordinates");
        if (coordinates.isTextual()) {
            String[] parts = coordinates.textValue().strip().split("[ ,]+", -1);
            return parts.length == 2 ? point(number(parts[0]), number(parts[1])) : Optional.empty();
        }
        JsonNode holder = coordinates.isObject() ? coordinates : geo.path("place");
        return point(
                number(holder.path("latitude").asText("")),
                number(holder.path("longitude").asText("")));
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Optional<GeoPoint> point(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            return Optional.empty();
        }
        return Optional.of(new GeoPoint(latitude, longitude));
    }
}
