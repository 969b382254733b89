package org.otklik.adapters.ok;

import java.util.List;
import java.util.Optional;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/**
 * What a native id stands for; immutable. {@code GROUP_TOPIC:6219} is a topic, {@code GROUP_TOPIC:6219:MTM5…} a comment
 * there, {@code chat:C3e:C3e.15c} a message of a chat: each names all that an answer needs.
 */
sealed interface OkTarget {

    /** The network's code. */
    NetworkId OK = NetworkId.of("ok");

    /** The word before ids of chats. */
    String CHAT = "chat";

    /** A topic, picture or anything else that is discussed, or a comment there. */
    record InDiscussion(String type, String id, Optional<String> comment) implements OkTarget {

        String discussion() {
            return type + ":" + id;
        }

        @Override
        public PostId post() {
            return new PostId(OK, comment.map(one -> discussion() + ":" + one).orElse(discussion()));
        }

        InDiscussion at(String other) {
            return new InDiscussion(type, id, Optional.of(other));
        }
    }

    /** A message of a chat of a group with a person. */
    record InChat(String chat, String message) implements OkTarget {

        static InChat of(String chatId, String messageId) {
            return new InChat(without("chat:", chatId), without("mid:", messageId));
        }

        private static String without(String prefix, String id) {
            return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
        }

        String chatId() {
            return CHAT + ":" + chat;
        }

        @Override
        public PostId post() {
            return new PostId(OK, chatId() + ":" + message);
        }
    }

    /** The post under which the desk knows it. */
    PostId post();

    static Optional<OkTarget> of(PostId post) {
        List<String> parts = List.of(post.nativeId().split(":", 3));
        if (!post.network().equals(OK) || parts.size() < 2 || parts.contains("")) {
            return Optional.empty();
        }
        if (parts.get(0).equals(CHAT)) {
            return parts.size() == 3 ? Optional.of(new InChat(parts.get(1), parts.get(2))) : Optional.empty();
        }
        Optional<String> comment = parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty();
        return Optional.of(new InDiscussion(parts.get(0), parts.get(1), comment));
    }
}
