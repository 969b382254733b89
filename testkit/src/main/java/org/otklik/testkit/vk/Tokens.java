package org.otklik.testkit.vk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tokens that are valid; thread-safe. */
final class Tokens {

    private final Map<String, Token> valid = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    String issue(TokenKind kind, long holder) {
        String text = "vk1.a.canary-" + kind + "-" + holder + "-" + issued.incrementAndGet();
        valid.put(text, new Token(text, kind, holder));
        return text;
    }

    void revoke(String text) {
        valid.remove(text);
    }

    Token require(@Nullable String text) {
        return find(text).orElseThrow(() -> VkError.of(5));
    }

    Optional<Token> find(@Nullable String text) {
        return Optional.ofNullable(text).map(valid::get);
    }
}
