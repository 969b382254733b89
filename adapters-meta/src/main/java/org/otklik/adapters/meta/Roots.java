package org.otklik.adapters.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** The posts under which comments stand, as they were last seen; the latest thousand, thread-safe. */
final class Roots {

    private static final int MOST = 1_000;

    private final Map<String, Stand.Root> roots = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stand.Root> eldest) {
            return size() > MOST;
        }
    });

    void note(Post post) {
        Optional<String> text = Optional.of(post.text()).filter(words -> !words.isEmpty());
        roots.put(post.id().nativeId(), new Stand.Root(post.id(), text, post.address()));
    }

    Optional<Stand.Root> find(String nativeId) {
        return Optional.ofNullable(roots.get(nativeId));
    }

    /** What is known, if only the id. */
    Stand.Root of(PostId id) {
        return find(id.nativeId()).orElseGet(() -> new Stand.Root(id, Optional.empty(), Optional.empty()));
    }
}
