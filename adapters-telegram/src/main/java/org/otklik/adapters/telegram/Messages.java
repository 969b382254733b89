package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.telegram.Pages.Page;
import org.otklik.adapters.telegram.Threads.Channel;
import org.otklik.adapters.telegram.Threads.Message;
import org.otklik.adapters.telegram.Threads.Root;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostId;

/** Makes posts of messages during one reading; for one thread. */
final class Messages {

    /** Supergroups and channels have numbers that begin so; addresses leave it out. */
    private static final String SHARED_PREFIX = "-100";

    private static final String PRIVATE = "private";
    private static final String CHANNEL = "channel";

    private final long bot;
    private final boolean onlyWatched;
    private final Pages pages;
    private final Threads threads;
    private final Map<Message, Place> underCopies = new HashMap<>();
    private final Page nowhere = new Page(Optional.empty(), Optional.empty(), true, Discussion.NONE);

    Messages(long bot, boolean onlyWatched, Pages pages, Threads threads) {
        this.bot = bot;
        this.onlyWatched = onlyWatched;
        this.pages = pages;
        this.threads = threads;
    }

    /** What is known of a message before it is read. */
    private record Head(JsonNode node, JsonNode chat, String type, long chatId, long number, Instant at) {}

    /** Whose discussion a message belongs to; the root is null where it is not known to be a post of a channel. */
    private record Place(
            Discussion discussion,
            boolean watched,
            @Nullable Root root) {}

    /**
     * Reads a message; empty for one that says nothing, such as that somebody joined.
     *
     * @throws IllegalArgumentException if it has no number or time, as what the bot may no longer see
     */
    Optional<Post> read(JsonNode node) {
        JsonNode chat = node.path("chat");
        long chatId = chat.path("id").asLong();
        long number = node.path("message_id").asLong();
        long second = node.path("date").asLong();
        if (chatId == 0 || number <= 0 || second <= 0) {
            throw new IllegalArgumentException("A message needs a chat, a number and a time.");
        }
        Instant at = Instant.ofEpochSecond(second);
        Head head = new Head(node, chat, text(chat, "type"), chatId, number, at);
        String text = words(node);
        List<MediaRef> media = media(node);
        JsonNode spot = node.path("location");
        boolean partOfAlbum = node.has("media_group_id") && text.isEmpty();
        // The words of an album stand under one of its pictures.
        return partOfAlbum || (text.isEmpty() && media.isEmpty() && spot.isMissingNode())
                ? forgetful(head)
                : post(head, text, media, spot);
    }

    /** A copy without words still tells where the post is discussed. */
    private Optional<Post> forgetful(Head head) {
        if (isCopy(head.node())) {
            learn(head.node(), head.chatId());
        }
        return Optional.empty();
    }

    private Optional<Post> post(Head head, String text, List<MediaRef> media, JsonNode spot) {
        boolean copy = isCopy(head.node());
        Root original = copy ? learn(head.node(), head.chatId()) : null;
        TgTarget id =
                original != null ? original.target() : TgTarget.of(head.type(), bot, head.chatId(), head.number());
        Place place = copy ? onPage(head, original) : place(head);
        if (onlyWatched && !place.watched()) {
            return Optional.empty();
        }
        PostBuilder post =
                Post.builder(id.id(), head.at()).text(text).media(media).discussion(place.discussion());
        author(head).ifPresent(post::author);
        address(head, place.root()).ifPresent(post::address);
        long edited = head.node().path("edit_date").asLong();
        if (edited > head.at().getEpochSecond()) {
            post.editedAt(Instant.ofEpochSecond(edited));
        }
        if (spot.has("latitude") && spot.has("longitude")) {
            post.point(new GeoPoint(
                    spot.path("latitude").asDouble(), spot.path("longitude").asDouble()));
        }
        return Optional.of(post.build());
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isTextual() ? "" : value.textValue();
    }

    private static String words(JsonNode message) {
        String text = text(message, "text");
        if (!text.isEmpty()) {
            return text;
        }
        JsonNode venue = message.get("venue");
        return venue == null ? text(message, "caption") : text(venue, "title") + ", " + text(venue, "address");
    }

    /** Files have no addresses that may be shown: those of the API hold the token. */
    private static List<MediaRef> media(JsonNode message) {
        if (message.has("text")) {
            return List.of();
        }
        List<MediaRef> media = new ArrayList<>(1);
        add(media, MediaRef.Kind.PHOTO, message, "photo");
        add(media, MediaRef.Kind.VIDEO, message, "video", "video_note", "animation");
        add(media, MediaRef.Kind.AUDIO, message, "voice", "audio");
        if (media.isEmpty()) {
            add(media, MediaRef.Kind.OTHER, message, "document");
        }
        return media;
    }

    private static void add(List<MediaRef> media, MediaRef.Kind kind, JsonNode message, String... names) {
        for (String name : names) {
            if (message.has(name)) {
                media.add(new MediaRef(kind, Optional.empty()));
            }
        }
    }

    /** Telegram itself copies the posts of a channel into its discussion group. */
    private static boolean isCopy(JsonNode message) {
        return message.path("is_automatic_forward").asBoolean();
    }

    /**
     * Notes which post a message is the copy of; null if the channel took the post from elsewhere, since the number is
     * then that of the other place.
     */
    private @Nullable Root learn(JsonNode copy, long group) {
        JsonNode speaker = copy.path("sender_chat");
        JsonNode origin = copy.path("forward_origin");
        long channel = speaker.path("id").asLong();
        if (channel == 0) {
            return null;
        }
        Channel known = new Channel(channel, text(speaker, "username"));
        if (origin.path("chat").path("id").asLong() != channel) {
            threads.learn(group, known);
            return null;
        }
        Root root = new Root(known, origin.path("message_id").asLong(), Optional.of(words(copy)));
        threads.learn(new Message(group, copy.path("message_id").asLong()), root);
        return root;
    }

    /** A copy stands on the page of its channel. */
    private Place onPage(Head head, @Nullable Root root) {
        JsonNode speaker = head.node().path("sender_chat");
        Page page = pages.of(speaker.path("id").asLong(), text(speaker, "username"));
        return new Place(page.alone(), page.watched(), root);
    }

    private Place place(Head head) {
        JsonNode answered = answered(head.node());
        if (head.type().equals(PRIVATE)) {
            return new Place(discussion(head, answered, null, nowhere), true, null);
        }
        if (head.type().equals(CHANNEL)) {
            Page page = pages.of(head.chatId(), text(head.chat(), "username"));
            return new Place(discussion(head, answered, null, page), page.watched(), null);
        }
        return answered != null && isCopy(answered) ? underCopy(head, answered) : inGroup(head, answered, null);
    }

    /** What is answered; in a topic every message answers its beginning, which nobody wrote. */
    private static @Nullable JsonNode answered(JsonNode message) {
        JsonNode answered = message.get("reply_to_message");
        boolean topic = message.path("is_topic_message").asBoolean();
        return answered == null
                        || (topic
                                && answered.path("message_id").asLong()
                                        == message.path("message_thread_id").asLong())
                ? null
                : answered;
    }

    /** All comments of the first level stand at the same place, which is found out once. */
    private Place underCopy(Head head, JsonNode answered) {
        Message copy = new Message(head.chatId(), answered.path("message_id").asLong());
        Place known = underCopies.get(copy);
        if (known == null) {
            known = inGroup(head, answered, learn(answered, head.chatId()));
            underCopies.put(copy, known);
        }
        return known;
    }

    private Place inGroup(Head head, @Nullable JsonNode answered, @Nullable Root learnt) {
        Root root = learnt;
        long thread = head.node().path("message_thread_id").asLong();
        if (root == null && thread > 0) {
            root = threads.root(new Message(head.chatId(), thread)).orElse(null);
        }
        Channel channel = root != null ? root.channel() : threads.channelOf(head.chatId());
        Page page = channel == null
                ? pages.of(head.chatId(), text(head.chat(), "username"))
                : pages.of(channel.id(), channel.name());
        return new Place(discussion(head, answered, root, page), page.watched(), root);
    }

    private Discussion discussion(Head head, @Nullable JsonNode answered, @Nullable Root root, Page page) {
        if (answered == null) {
            return page.alone();
        }
        long number = answered.path("message_id").asLong();
        Root first = isCopy(answered) ? root : null;
        TgTarget parent = first == null ? TgTarget.of(head.type(), bot, head.chatId(), number) : first.target();
        String words = words(answered);
        return new Discussion(
                Optional.of(parent.id()),
                words.isEmpty() ? Optional.empty() : Optional.of(words),
                first == null ? start(head, number, root) : Optional.empty(),
                first == null && root != null ? root.text() : Optional.empty(),
                page.name(),
                page.place());
    }

    /** What started the discussion, unless that is what was answered. */
    private Optional<PostId> start(Head head, long answered, @Nullable Root root) {
        if (root != null) {
            return Optional.of(root.target().id());
        }
        long thread = head.node().path("message_thread_id").asLong();
        boolean topic = head.node().path("is_topic_message").asBoolean();
        return thread <= 0 || topic || thread == answered
                ? Optional.empty()
                : Optional.of(
                        TgTarget.of(head.type(), bot, head.chatId(), thread).id());
    }

    /** Anonymous administrators and channels speak through a chat; people are then named by a stand-in. */
    private static Optional<AuthorRef> author(Head head) {
        JsonNode speaker = head.node().get("sender_chat");
        JsonNode from = head.node().get("from");
        JsonNode who = speaker != null ? speaker : from;
        if (who == null) {
            who = head.chat();
        }
        long id = who.path("id").asLong();
        return id == 0
                ? Optional.empty()
                : Optional.of(new AuthorRef(TgTarget.TELEGRAM, String.valueOf(id), Optional.of(name(who))));
    }

    private static String name(JsonNode who) {
        String title = text(who, "title");
        String first = title.isEmpty() ? text(who, "first_name") : title;
        String last = text(who, "last_name");
        return last.isEmpty() ? first : first + " " + last;
    }

    /** Where people see it; private chats and small groups have no addresses. */
    private static Optional<String> address(Head head, @Nullable Root root) {
        String name = text(head.chat(), "username");
        if (head.type().equals(PRIVATE)) {
            return Optional.empty();
        }
        if (root != null && !root.channel().name().isEmpty()) {
            String post = "https://t.me/" + root.channel().name() + "/" + root.post();
            return Optional.of(isCopy(head.node()) ? post : post + "?comment=" + head.number());
        }
        if (!name.isEmpty()) {
            return Optional.of("https://t.me/" + name + "/" + head.number());
        }
        String chat = String.valueOf(head.chatId());
        return chat.startsWith(SHARED_PREFIX)
                ? Optional.of("https://t.me/c/" + chat.substring(SHARED_PREFIX.length()) + "/" + head.number())
                : Optional.empty();
    }
}
