package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.json.Fields;

/** Posts that no community may comment on, as their last reading said; the latest ten thousand, thread-safe. */
final class ClosedPosts {

    private static final int MOST = 10_000;

    private final Set<NativeId> closed = Collections.synchronizedSet(Collections.newSetFromMap(new Oldest()));

    private static final class Oldest extends LinkedHashMap<NativeId, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NativeId, Boolean> eldest) {
            return size() > MOST;
        }
    }

    /**
     * Notes what a post's {@code comments} say. A service token sees {@code can_post} of nobody, so that only
     * {@code groups_can_post} counts, which may be absent.
     */
    void note(NativeId post, JsonNode comments) {
        Optional<Boolean> open = Fields.flag(comments, "groups_can_post");
        if (open.isPresent() && !open.get()) {
            closed.add(post);
        } else {
            closed.remove(post);
        }
    }

    void close(NativeId post) {
        closed.add(post);
    }

    boolean contains(NativeId post) {
        return closed.contains(post);
    }
}
