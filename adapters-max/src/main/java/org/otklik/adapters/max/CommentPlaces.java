package org.otklik.adapters.max;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under which post the latest comments stand, for removals that do not tell; thread-safe, forgotten at a restart.
 */
final class CommentPlaces {

    private static final int MOST = 10_000;

    private final Map<String, String> posts = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void saw(String comment, String post) {
        posts.put(comment, post);
    }

    synchronized Optional<String> post(String comment) {
        return Optional.ofNullable(posts.get(comment));
    }
}
