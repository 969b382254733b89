package org.otklik.adapters.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What takes no replies and why, as its last reading or a webhook said; the latest ten thousand, thread-safe. */
final class Closed {

    static final String COMMENTS_CLOSED = "COMMENTS_CLOSED";
    static final String HIDDEN = "HIDDEN";
    static final String LIVE = "LIVE";

    private static final int MOST = 10_000;

    private final Map<String, String> reasons = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    });

    void close(String nativeId, String reason) {
        reasons.put(nativeId, reason);
    }

    void open(String nativeId) {
        // Nearly always nothing is closed, and this is asked for each comment.
        if (!reasons.isEmpty()) {
            reasons.remove(nativeId);
        }
    }

    Optional<String> reason(String nativeId) {
        return Optional.ofNullable(reasons.get(nativeId));
    }
}
