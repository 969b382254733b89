package org.otklik.adapters.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives bodies up at their deadlines, which Java's own timeouts do not reach; thread-safe. One alarm serves all, since to
 * set one for each body wakes Java's timer at each call.
 */
final class Lookout {

    private final Map<WholeBody, Long> open = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<Void> alarm;
    private long alarmAt;

    /**
     * Watches a body until it is complete.
     *
     * @param end by {@link System#nanoTime()}
     * @return the body
     */
    WholeBody watch(WholeBody body, long end) {
        open.put(body, end);
        body.getBody().whenComplete((whole, failure) -> open.remove(body));
        ringAt(end);
        return body;
    }

    private synchronized void ringAt(long end) {
        if (alarm != null) {
            if (end - alarmAt >= 0) {
                return;
            }
            alarm.cancel(false);
        }
        alarmAt = end;
        alarm = new CompletableFuture<Void>().completeOnTimeout(null, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        CompletionStage<Void> rung = alarm;
        rung.thenRun(this::look);
    }

    /** An alarm may ring for a body that has long been complete: then it is set for the next of those that are not. */
    private void look() {
        synchronized (this) {
            alarm = null;
        }
        long now = System.nanoTime();
        List<WholeBody> late = new ArrayList<>();
        open.forEach((body, end) -> {
            if (end - now <= 0) {
                late.add(body);
            } else {
                ringAt(end);
            }
        });
        late.forEach(WholeBody::giveUp);
    }
}
