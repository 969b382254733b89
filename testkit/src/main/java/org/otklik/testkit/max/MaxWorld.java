package org.otklik.testkit.max;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bots, people and chats, and what happens among them; guarded by the fake. */
final class MaxWorld {

    private static final int COUNTER_BITS = 16;

    final InstantSource time;
    final Map<Long, MaxPerson> people = new HashMap<>();
    final Map<Long, MaxBot> bots = new HashMap<>();
    final Map<String, Long> tokens = new HashMap<>();
    final Map<Long, MaxChat> chats = new HashMap<>();
    final Set<MaxQuirk> quirks = EnumSet.noneOf(MaxQuirk.class);
    private final Map<String, MaxMessage> byMid = new HashMap<>();
    boolean keepsAll;
    private long counter;

    MaxWorld(InstantSource time) {
        this.time = time;
    }

    MaxPerson person(long id) {
        return known(people.get(id), "person " + id);
    }

    MaxBot bot(long id) {
        return known(bots.get(id), "bot " + id);
    }

    MaxChat chat(long id) {
        return known(chats.get(id), "chat " + id);
    }

    MaxMessage message(String mid) {
        return known(byMid.get(mid), "message " + mid);
    }

    Optional<MaxMessage> find(String mid) {
        return Optional.ofNullable(byMid.get(mid));
    }

    private static <T> T known(@Nullable T thing, String what) {
        if (thing == null) {
            throw new IllegalArgumentException("The fake knows no " + what + ".");
        }
        return thing;
    }

    /** What a new message is made of. */
    record Words(
            @Nullable MaxPerson sender,
            @Nullable String post,
            MaxMessage.@Nullable Link link,
            @Nullable String text,
            List<String> attachments,
            boolean bodiless) {

        static Words of(@Nullable MaxPerson sender, String text) {
            return new Words(sender, null, null, text, List.of(), false);
        }

        Words under(String channelPost) {
            return new Words(sender, channelPost, link, text, attachments, bodiless);
        }

        Words linked(String type, MaxMessage to) {
            return new Words(sender, post, new MaxMessage.Link(type, to), text, attachments, bodiless);
        }
    }

    MaxMessage write(MaxChat chat, Words words) {
        Instant now = Instant.ofEpochMilli(time.millis());
        long seq = (now.toEpochMilli() << COUNTER_BITS) + (counter++ & 0xFFFF);
        MaxMessage message = new MaxMessage(
                chat,
                String.format("mid.%016x%016x", chat.id, seq),
                seq,
                words.sender(),
                now,
                words.post(),
                words.link(),
                words.text(),
                words.attachments(),
                words.bodiless());
        timeline(message).add(message);
        byMid.put(message.mid(), message);
        tell(message, "created");
        return message;
    }

    MaxTimeline timeline(MaxMessage message) {
        return message.post() == null ? message.chat().messages : message.chat().under(message.post());
    }

    void edit(String mid, String text) {
        MaxMessage edited = message(mid).saying(text);
        timeline(edited).replace(edited);
        byMid.put(mid, edited);
        tell(edited, "edited");
    }

    void remove(String mid) {
        MaxMessage gone = message(mid);
        timeline(gone).remove(mid);
        byMid.remove(mid);
        Instant now = time.instant();
        String type = gone.isComment() ? "comment_removed" : "message_removed";
        tellReaders(gone.chat(), now, type, () -> {
            ObjectNode update = MaxJson.update(type, now)
                    .put("message_id", mid)
                    .put("chat_id", gone.chat().id)
                    .put("user_id", gone.sender() == null ? 0 : gone.sender().id());
            return gone.post() == null ? update : update.put("post_id", gone.post());
        });
    }

    private void tell(MaxMessage message, String what) {
        Instant now = time.instant();
        boolean asMessage = !message.isComment() || quirks.contains(MaxQuirk.COMMENTS_AS_MESSAGES);
        String type = (asMessage ? "message_" : "comment_") + what;
        boolean hidden = isHidden(message);
        tellReaders(message.chat(), now, type, () -> {
            ObjectNode update = MaxJson.update(type, now);
            update.set("message", MaxJson.message(message, hidden));
            return update;
        });
    }

    boolean isHidden(MaxMessage message) {
        return message.isComment()
                && quirks.contains(MaxQuirk.HIDDEN_COMMENTERS)
                && message.sender() != null
                && !message.sender().bot();
    }

    private void tellReaders(MaxChat chat, Instant now, String type, Supplier<ObjectNode> update) {
        for (long bot : chat.bots()) {
            if (chat.permits(bot, MaxChat.READ)) {
                tell(bot(bot), now, type, update);
            }
        }
    }

    /** A subscriber is sent what others find when they ask. */
    void tell(MaxBot bot, Instant now, String type, Supplier<ObjectNode> update) {
        if (bot.subscriptions.isEmpty()) {
            bot.tell(new MaxBot.Event(now, update));
        }
        for (MaxBot.Subscription one : bot.subscriptions.values()) {
            if (one.types().isEmpty() || one.types().contains(type)) {
                String body = update.get().toString();
                bot.deliveries.add(new MaxDelivery(one.url(), one.secret(), body));
            }
        }
    }

    void tellMembership(MaxChat chat, MaxBot bot, String type) {
        Instant now = time.instant();
        tell(bot, now, type, () -> {
            ObjectNode update = MaxJson.update(type, now).put("chat_id", chat.id);
            update.set("user", MaxJson.person(bot.person, now));
            return update.put("is_channel", chat.isChannel());
        });
    }

    /** What bots wrote in answer to something; to a post those comments that answer no other. */
    List<String> answers(MaxMessage asked) {
        boolean post = asked.chat().isChannel() && !asked.isComment();
        MaxTimeline timeline = post ? asked.chat().under(asked.mid()) : timeline(asked);
        return timeline.all().stream()
                .filter(one -> one.sender() != null && one.sender().bot())
                .filter(one -> post ? one.link() == null : one.answers(asked.mid()))
                .map(one -> String.valueOf(one.text()))
                .toList();
    }
}
