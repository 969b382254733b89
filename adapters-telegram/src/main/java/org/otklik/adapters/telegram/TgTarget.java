package org.otklik.adapters.telegram;

import java.util.Optional;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/**
 * What a native id stands for; immutable. {@code -1001:5} is a message of a supergroup, {@code post:-1001:5} a post of a
 * channel, {@code bot7:42:5} a message of a private chat or small group, where each bot counts by itself.
 *
 * @param kind whose numbers these are
 * @param bot who counts; nought where all count alike
 * @param chat the network's id of the chat
 * @param message its number there
 */
record TgTarget(Kind kind, long bot, long chat, long message) {

    static final NetworkId TELEGRAM = NetworkId.of("telegram");

    private static final String POST = "post:";
    private static final String BOT = "bot";
    private static final int LONGEST = 60;

    /** How a message is addressed. */
    enum Kind {
        SHARED,
        POST,
        OWN
    }

    /** The id of a message by the type of its chat. */
    static TgTarget of(String type, long bot, long chat, long message) {
        return switch (type) {
            case "supergroup" -> new TgTarget(Kind.SHARED, 0, chat, message);
            case "channel" -> post(chat, message);
            default -> new TgTarget(Kind.OWN, bot, chat, message);
        };
    }

    static TgTarget post(long channel, long message) {
        return new TgTarget(Kind.POST, 0, channel, message);
    }

    static Optional<TgTarget> parse(PostId post) {
        String id = post.nativeId();
        if (!post.network().equals(TELEGRAM) || id.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(id));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static TgTarget parse(String id) {
        int last = id.lastIndexOf(':');
        long message = Long.parseLong(id.substring(last + 1));
        if (id.startsWith(POST)) {
            return post(Long.parseLong(id.substring(POST.length(), last)), message);
        }
        if (!id.startsWith(BOT)) {
            return new TgTarget(Kind.SHARED, 0, Long.parseLong(id.substring(0, last)), message);
        }
        int first = id.indexOf(':');
        long bot = Long.parseLong(id.substring(BOT.length(), first));
        return new TgTarget(Kind.OWN, bot, Long.parseLong(id.substring(first + 1, last)), message);
    }

    PostId id() {
        return new PostId(
                TELEGRAM,
                switch (kind) {
                    case SHARED -> chat + ":" + message;
                    case POST -> POST + chat + ":" + message;
                    case OWN -> BOT + bot + ":" + chat + ":" + message;
                });
    }

    /** Chats of people have positive numbers. */
    boolean isPrivate() {
        return chat > 0;
    }
}
