package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostId;

/** Makes posts of media and comments as Instagram shows them; thread-safe. */
final class InstagramPosts {

    /** Between a medium and its comment. */
    static final char UNDER = ':';

    private final Closed closed;

    InstagramPosts(Closed closed) {
        this.closed = closed;
    }

    static Optional<Post> medium(
            Discussion discussion, JsonNode medium, Optional<Instant> at, Optional<AuthorRef> author) {
        String id = medium.path("id").asText();
        if (at.isEmpty() || !Ids.isDigits(id, 0, id.length())) {
            return Optional.empty();
        }
        PostBuilder post = Post.builder(id(id), at.get())
                .text(medium.path("caption").asText(""))
                .media(List.of(kind(medium)))
                .discussion(discussion)
                .address(medium.path("permalink").asText());
        author.ifPresent(post::author);
        return Optional.of(post.build());
    }

    private static MediaRef kind(JsonNode medium) {
        return switch (medium.path("media_type").asText()) {
            case "VIDEO", "REELS" -> new MediaRef(MediaRef.Kind.VIDEO, Optional.empty());
            case "IMAGE" -> MediaRef.photo();
            default -> new MediaRef(MediaRef.Kind.OTHER, Optional.empty());
        };
    }

    static PostId id(String nativeId) {
        return new PostId(InstagramAdapter.NETWORK, nativeId);
    }

    static PostId id(String medium, String comment) {
        return id(medium + UNDER + comment);
    }

    static AuthorRef self(MetaAccount account) {
        return new AuthorRef(InstagramAdapter.NETWORK, account.id(), Optional.of(account.name()));
    }

    Post comment(Stand stand, Stand.Root root, JsonNode node, PostId id, Instant at, Discussion discussion) {
        if (node.path("hidden").asBoolean(false)) {
            closed.close(id.nativeId(), Closed.HIDDEN);
        } else if (node.has("hidden")) {
            closed.open(id.nativeId());
        }
        PostBuilder post =
                Post.builder(id, at).text(node.path("text").asText("")).discussion(discussion);
        Optional<URI> address = root.address();
        address.ifPresent(post::address);
        author(stand.account(), node).ifPresent(post::author);
        return post.build();
    }

    /** By number where Instagram tells it; a name alone is better than nobody, and ours is ours. */
    static Optional<AuthorRef> author(MetaAccount account, JsonNode node) {
        JsonNode from = node.path("from");
        Optional<String> name = Fields.text(from, "username").or(() -> Fields.text(node, "username"));
        if (name.filter(account.name()::equalsIgnoreCase).isPresent()) {
            return Optional.of(self(account));
        }
        Optional<String> id = Fields.text(from, "id").or(() -> name).filter(text -> !text.isBlank());
        return id.map(known -> new AuthorRef(InstagramAdapter.NETWORK, known, name));
    }

    static Discussion discussion(Stand stand, Stand.Root root, JsonNode comment) {
        String medium = root.id().nativeId();
        String parent = comment.path("parent_id").asText();
        return Ids.isDigits(parent, 0, parent.length()) && !parent.equals(medium)
                ? stand.under(id(medium, parent), Optional.empty(), root)
                : stand.under(root);
    }
}
