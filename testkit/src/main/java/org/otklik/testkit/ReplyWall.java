package org.otklik.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.otklik.id.PublicationId;
import org.otklik.post.PostId;
import org.otklik.spi.ReplyTarget;

/** The replies that stand in a network in memory. Guarded by the network's lock. */
final class ReplyWall {

    private final Map<PostId, List<ShownReply>> byPost = new HashMap<>();
    private int count;

    ShownReply show(ReplyTarget target, String text, PublicationId key, Instant at) {
        count++;
        String nativeId = "reply-" + count;
        ShownReply reply = new ShownReply(nativeId, target.post(), target.account(), text, key, at, false);
        add(reply);
        return reply;
    }

    void add(ShownReply reply) {
        byPost.computeIfAbsent(reply.post(), fresh -> new ArrayList<>()).add(reply);
    }

    List<ShownReply> of(PostId post) {
        return List.copyOf(byPost.getOrDefault(post, List.of()));
    }

    List<ShownReply> all() {
        return byPost.values().stream().flatMap(List::stream).toList();
    }

    Optional<ShownReply> withKey(PostId post, PublicationId key) {
        return of(post).stream().filter(reply -> reply.key().equals(key)).findFirst();
    }

    /** Own replies are known by their words: most networks keep no key. */
    Optional<ShownReply> saying(ReplyTarget target, String text) {
        return of(target.post()).stream()
                .filter(reply ->
                        reply.account().equals(target.account()) && reply.text().equals(text))
                .findFirst();
    }

    void replace(String nativeId, UnaryOperator<ShownReply> change) {
        byPost.values()
                .forEach(replies ->
                        replies.replaceAll(reply -> isNamed(nativeId).test(reply) ? change.apply(reply) : reply));
    }

    void remove(String nativeId) {
        byPost.values().forEach(replies -> replies.removeIf(isNamed(nativeId)));
    }

    private static Predicate<ShownReply> isNamed(String nativeId) {
        return reply -> reply.nativeId().equals(nativeId);
    }
}
