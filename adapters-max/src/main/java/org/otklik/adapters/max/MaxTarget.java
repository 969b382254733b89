package org.otklik.adapters.max;

import java.util.Optional;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/**
 * What a native id stands for; immutable. {@code chat:-70801:mid.ff} is a message of a chat or a post of a channel, {@code
 * post:mid.ff:mid.01} a comment under the channel post that stands first: each names all that an answer needs. Ids of
 * messages are opaque to us.
 */
sealed interface MaxTarget {

    /** The network's code. */
    NetworkId MAX = NetworkId.of("max");

    /** Stands before the time and the id of what was forwarded, since a pure forward comes without an id of its own. */
    String FORWARD = "forward:";

    /** A message of a dialog or group, or a post of a channel. */
    record Message(long chat, String mid) implements MaxTarget {

        @Override
        public PostId post() {
            return new PostId(MAX, "chat:" + chat + ':' + mid);
        }

        boolean hasId() {
            return !mid.startsWith(FORWARD);
        }
    }

    /** A comment under a post of a channel. */
    record Comment(String under, String mid) implements MaxTarget {

        @Override
        public PostId post() {
            return new PostId(MAX, "post:" + under + ':' + mid);
        }
    }

    /** The post under which the desk knows it. */
    PostId post();

    static Optional<MaxTarget> of(PostId post) {
        String id = post.nativeId();
        int first = id.indexOf(':');
        int second = id.indexOf(':', first + 1);
        if (!post.network().equals(MAX) || first < 0 || second < 0 || second == id.length() - 1) {
            return Optional.empty();
        }
        String place = id.substring(first + 1, second);
        String mid = id.substring(second + 1);
        return switch (id.substring(0, first)) {
            case "chat" -> number(place).map(chat -> new Message(chat, mid));
            case "post" -> place.isEmpty() ? Optional.empty() : Optional.of(new Comment(place, mid));
            default -> Optional.empty();
        };
    }

    /** Reads the number of a chat, which is below nought for groups and channels. */
    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
