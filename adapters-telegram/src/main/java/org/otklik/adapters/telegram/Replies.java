package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyPreview;

/**
 * Says who may be answered, and answers; thread-safe. The network knows no idempotency and shows a bot none of its own
 * messages, so what became of a lost answer stays for a person to see.
 */
final class Replies {

    /** In units of UTF-16, as Java counts. */
    static final int LONGEST = 4096;

    private static final Set<String> LOST = Set.of(TgErrors.KICKED, TgErrors.BLOCKED, TgErrors.NO_MEMBER);

    private Replies() {}

    /** Where an answer goes: a message of a chat, which may have moved since. */
    private record Where(long chat, long message) {}

    /** The network cuts blanks off at both ends. */
    static ReplyPreview preview(String text) {
        String shown = text.strip();
        return new ReplyPreview(shown, shown.length(), LONGEST);
    }

    /** Why a bot cannot answer a post, from what is remembered of its chats. */
    static Optional<String> hindrance(TgAccount account, Post post) {
        Optional<TgTarget> target = TgTarget.parse(post.id());
        if (target.isEmpty()) {
            return Optional.of("NO_SUCH_POST");
        }
        return hindrance(account, target.get());
    }

    private static Optional<String> hindrance(TgAccount account, TgTarget target) {
        if (target.kind() == TgTarget.Kind.OWN && account.number() != 0 && target.bot() != account.number()) {
            return Optional.of("OTHER_BOT");
        }
        Optional<Where> where = where(account, target);
        if (where.isEmpty()) {
            return account.isInformed() ? Optional.of("NO_DISCUSSION") : Optional.empty();
        }
        return account.lost()
                .find(String.valueOf(where.get().chat()))
                .map(status -> target.isPrivate() ? "BOT_BLOCKED" : "BOT_REMOVED");
    }

    /** A message into a channel would be a post, so its posts are answered where they are discussed. */
    private static Optional<Where> where(TgAccount account, TgTarget target) {
        return target.kind() == TgTarget.Kind.POST
                ? account.threads().copy(target).map(copy -> new Where(copy.group(), copy.number()))
                : Optional.of(new Where(target.chat(), target.message()));
    }

    static PublishOutcome publish(TgAccount account, PostId post, String text) {
        account.refresh();
        Optional<TgTarget> target = TgTarget.parse(post);
        if (target.isEmpty()) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, "NO_SUCH_POST");
        }
        ReplyPreview shown = preview(text);
        if (shown.text().isEmpty() || !shown.fits()) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, shown.fits() ? "EMPTY" : "TOO_LONG");
        }
        Optional<String> hindrance = hindrance(account, target.get());
        Optional<Where> where = where(account, target.get());
        if (hindrance.filter(reason -> !reason.startsWith("BOT_")).isPresent() || where.isEmpty()) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, hindrance.orElse("NO_DISCUSSION"));
        }
        return send(account, where.get(), shown.text());
    }

    private static PublishOutcome send(TgAccount account, Where where, String text) {
        long chat = moved(account, where.chat());
        Duration wait = account.pace().take(chat);
        if (!wait.isZero()) {
            return new PublishOutcome.Later(FailureKind.RATE_LIMIT, wait);
        }
        try {
            return sent(account, account.send(message(where, chat, text)));
        } catch (CallFailed e) {
            OptionalLong moved = TgErrors.migratedTo(e.error());
            if (moved.isPresent() && moved.getAsLong() != chat) {
                account.migrated().put(String.valueOf(where.chat()), String.valueOf(moved.getAsLong()));
                return again(account, where, moved.getAsLong(), text);
            }
            return refused(account, where, e);
        }
    }

    private static long moved(TgAccount account, long chat) {
        return account.migrated()
                .find(String.valueOf(chat))
                .map(Long::parseLong)
                .orElse(chat);
    }

    private static PublishOutcome again(TgAccount account, Where where, long chat, String text) {
        try {
            return sent(account, account.send(message(where, chat, text)));
        } catch (CallFailed e) {
            return refused(account, where, e);
        }
    }

    private static PublishOutcome refused(TgAccount account, Where where, CallFailed failure) {
        if (LOST.contains(failure.error().code())) {
            account.lost().put(String.valueOf(where.chat()), "kicked");
        }
        return failure.toOutcome();
    }

    /**
     * Plain text, so that nothing is read as markup. A reply stays in the topic of what it answers. In a chat that moved
     * numbers began anew: there the answered message is named with its old chat, or the answer would stand under a
     * stranger's.
     */
    private static Map<String, ?> message(Where where, long chat, String text) {
        Map<String, Object> answered = new LinkedHashMap<>();
        answered.put("message_id", where.message());
        if (chat != where.chat()) {
            answered.put("chat_id", where.chat());
        }
        answered.put("allow_sending_without_reply", false);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("chat_id", chat);
        message.put("text", text);
        message.put("reply_parameters", answered);
        message.put("link_preview_options", Map.of("is_disabled", true));
        return message;
    }

    private static PublishOutcome sent(TgAccount account, JsonNode message) {
        long number = message.path("message_id").asLong();
        JsonNode chat = message.path("chat");
        if (number <= 0 || !chat.path("id").isIntegralNumber()) {
            return new PublishOutcome.Unknown("no-id");
        }
        TgTarget id = TgTarget.of(
                chat.path("type").asText(), account.number(), chat.path("id").asLong(), number);
        return new PublishOutcome.Sent(id.id().nativeId(), Fields.seconds(message, "date"));
    }
}
