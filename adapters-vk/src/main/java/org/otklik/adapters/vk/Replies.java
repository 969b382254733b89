package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.id.PublicationId;
import org.otklik.post.Post;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.Replyability;

/** Answers as communities and looks whether the answers stand there; thread-safe. */
final class Replies {

    static final String SHADOW_MODE = "SHADOW_MODE";

    private static final int REMEMBERED = 1_000;
    private static final int MOST_CALLS = 20;
    private static final String PAGE = "100";

    private final VkSettings settings;
    private final Map<String, VkCalls> communities;
    private final Optional<VkCalls> reader;
    private final ClosedPosts closed;

    /** What VK said it took, to tell a hidden comment from none; after a restart a hidden one looks absent. */
    private final Map<PublicationId, Taken> taken = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PublicationId, Taken> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Taken(NativeId target, NativeId reply) {}

    Replies(VkSettings settings, Map<String, VkCalls> communities, Optional<VkCalls> reader, ClosedPosts closed) {
        this.settings = settings;
        this.communities = Map.copyOf(communities);
        this.reader = reader;
        this.closed = closed;
    }

    Replyability canReply(Post post, NativeId id) {
        boolean shut = closed.contains(id.root());
        return shut
                ? impossible(
                        "COMMENTS_CLOSED",
                        post.address().or(() -> Optional.of(URI.create(id.address(OptionalLong.empty())))))
                : new Replyability.Possible(settings.longestComment());
    }

    static Replyability impossible(String reason, Optional<URI> link) {
        return new Replyability.Impossible(reason, link);
    }

    PublishOutcome publish(VkSettings.Community community, NativeId target, String text, PublicationId key) {
        if (text.isBlank()) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "EMPTY");
        }
        if (text.length() > settings.longestComment()) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("owner_id", String.valueOf(target.owner()));
        parameters.put("post_id", String.valueOf(target.post()));
        parameters.put("from_group", String.valueOf(community.group()));
        parameters.put("message", text);
        if (target.isComment()) {
            parameters.put("reply_to_comment", String.valueOf(target.comment()));
        }
        parameters.put("guid", key.value());
        try {
            return sent(calls(community).call("wall.createComment", parameters), target, key);
        } catch (CallFailed e) {
            return refused(e, target);
        }
    }

    private VkCalls calls(VkSettings.Community community) {
        return Objects.requireNonNull(communities.get(community.account().name()), "community");
    }

    private PublishOutcome sent(JsonNode answer, NativeId target, PublicationId key) {
        OptionalLong comment = Fields.number(answer, "comment_id");
        if (comment.isEmpty()) {
            return new PublishOutcome.Unknown("vk-no-comment-id");
        }
        NativeId reply = target.withComment(comment.getAsLong());
        taken.put(key, new Taken(target, reply));
        return new PublishOutcome.Sent(reply.toString(), Optional.empty());
    }

    /** All parameters were taken from a post that was read: if VK finds one wrong, the post is gone. */
    private PublishOutcome refused(CallFailed failure, NativeId target) {
        String code = failure.error().code();
        if (code.equals(VkErrors.BAD_PARAMETER)) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, code);
        }
        if (VkErrors.CLOSED.contains(code)) {
            closed.close(target.root());
        }
        return failure.toOutcome();
    }

    ReadBack find(VkSettings.Community community, NativeId target, String text, PublicationId key) {
        if (reader.isEmpty()) {
            return new ReadBack.NotKnown(FailureKind.CONFIGURATION);
        }
        try {
            return new Search(reader.get(), community.owner(), target, plain(text))
                    .find()
                    .orElseGet(() -> notSeen(target, key));
        } catch (CallFailed e) {
            return isPostGone(e) ? notSeen(target, key) : e.toReadBack();
        }
    }

    private static boolean isPostGone(CallFailed failure) {
        return failure.error().kind() == FailureKind.TARGET_GONE
                || failure.error().code().equals(VkErrors.BAD_PARAMETER);
    }

    private ReadBack notSeen(NativeId target, PublicationId key) {
        Taken hidden = taken.get(key);
        return hidden == null || !hidden.target().equals(target)
                ? new ReadBack.Absent()
                : new ReadBack.Hidden(hidden.reply().toString());
    }

    /** VK may change line ends, spaces and composed letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Looks through a discussion from the newest on, through threads where the answer may hang; one use. */
    private static final class Search {

        private final VkCalls calls;
        private final long author;
        private final NativeId target;
        private final String text;
        private final Deque<Long> threads = new ArrayDeque<>();
        private int left = MOST_CALLS;

        Search(VkCalls calls, long author, NativeId target, String text) {
            this.calls = calls;
            this.author = author;
            this.target = target;
            this.text = text;
        }

        /** Empty if everything was seen and nothing found. */
        Optional<ReadBack> find() {
            Optional<ReadBack> found = scan(Optional.empty());
            while (found.isEmpty() && !threads.isEmpty()) {
                found = scan(Optional.of(threads.remove()));
            }
            return found;
        }

        private Optional<ReadBack> scan(Optional<Long> thread) {
            long offset = 0;
            while (left-- > 0) {
                JsonNode answer = calls.call("wall.getComments", parameters(offset, thread));
                List<JsonNode> items = Fields.items(answer, "items").toList();
                Optional<ReadBack> found =
                        items.stream().flatMap(item -> look(item).stream()).findFirst();
                if (found.isPresent()) {
                    return found;
                }
                offset += items.size();
                if (items.isEmpty()
                        || offset
                                >= Fields.number(answer, "current_level_count", "count")
                                        .orElse(0)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new ReadBack.NotKnown(FailureKind.TRANSIENT));
        }

        private Map<String, String> parameters(long offset, Optional<Long> thread) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("owner_id", String.valueOf(target.owner()));
            parameters.put("post_id", String.valueOf(target.post()));
            parameters.put("offset", String.valueOf(offset));
            parameters.put("count", PAGE);
            parameters.put("sort", "desc");
            parameters.put("preview_length", "0");
            thread.ifPresentOrElse(
                    id -> parameters.put("comment_id", String.valueOf(id)),
                    () -> parameters.put("thread_items_count", target.isComment() ? "10" : "0"));
            return parameters;
        }

        private Optional<ReadBack> look(JsonNode item) {
            if (isOurs(item)) {
                return Optional.of(visible(item));
            }
            JsonNode thread = item.path("thread");
            List<JsonNode> shown = Fields.items(thread, "items").toList();
            Optional<JsonNode> ours = shown.stream().filter(this::isOurs).findFirst();
            long id = Fields.number(item, "id").orElse(0);
            boolean mayHold = target.isComment() && id <= target.comment();
            if (ours.isEmpty()
                    && mayHold
                    && shown.size() < Fields.number(thread, "count").orElse(0)) {
                threads.add(id);
            }
            return ours.map(this::visible);
        }

        private boolean isOurs(JsonNode item) {
            return Fields.number(item, "from_id").orElse(0) == author
                    && !Items.isDeleted(item)
                    && Items.answered(item).orElse(0) == target.comment()
                    && plain(Fields.text(item, "text").orElse("")).equals(text);
        }

        private ReadBack visible(JsonNode item) {
            NativeId id = target.withComment(Fields.number(item, "id").orElse(0));
            return new ReadBack.Visible(id.toString(), Fields.seconds(item, "date"));
        }
    }
}
