package org.otklik.testkit.x;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that the endpoints share; thread-safe. */
final class Scene {

    final XStore store;
    final Grants grants;
    final Doorkeeper doorkeeper;
    final Limits limits = new Limits();
    final Purse purse = new Purse();
    final Trouble trouble = new Trouble();
    final Map<Endpoint, AtomicInteger> calls = new ConcurrentHashMap<>();
    volatile Spelling spelling = Spelling.TWEET;
    volatile boolean selfServe;
    volatile int longestPost = 280;
    volatile int longestQuery = 512;

    Scene(XStore store) {
        this.store = store;
        this.grants = new Grants(store);
        this.doorkeeper = new Doorkeeper(grants);
    }

    Problems problems() {
        return new Problems(spelling);
    }

    void called(Endpoint endpoint) {
        calls.computeIfAbsent(endpoint, fresh -> new AtomicInteger()).incrementAndGet();
    }

    /** Whether a caller sees a post when he asks for it by its id. */
    static boolean sees(Caller caller, XPost post) {
        boolean own = post.author.id.equals(caller.userId());
        return !post.deleted && (own || (!post.ghost && !post.author.isProtected));
    }
}
