package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The discussions that were read last, so that comments come with their topic; thread-safe, forgotten at a restart. */
final class SeenDiscussions {

    private static final int MOST = 2000;

    private final Map<String, OkDiscussion> seen = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OkDiscussion> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps what was read, and returns what was known before. */
    synchronized Optional<OkDiscussion> put(OkDiscussion discussion) {
        return Optional.ofNullable(seen.put(discussion.target().discussion(), discussion));
    }

    synchronized Optional<OkDiscussion> find(String discussion) {
        return Optional.ofNullable(seen.get(discussion));
    }

    /** Returns a discussion, asking the network if it was not seen since the start. */
    OkDiscussion get(OkTarget.InDiscussion target, OkCalls calls) {
        return find(target.discussion()).orElseGet(() -> ask(target, calls));
    }

    private OkDiscussion ask(OkTarget.InDiscussion target, OkCalls calls) {
        JsonNode answer = calls.call(
                "discussions.get",
                Map.of("discussionId", target.id(), "discussionType", target.type(), "fields", OkDiscussion.FIELDS));
        OkDiscussion discussion =
                OkDiscussion.read(answer.path("discussion")).orElseGet(() -> OkDiscussion.unknown(target));
        put(discussion);
        return discussion;
    }
}
