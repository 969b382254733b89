package org.otklik.testkit.meta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.Fault;

/** What goes wrong with the next calls; guarded by the lock of its world. */
final class Trouble {

    private final Deque<GraphError> any = new ArrayDeque<>();
    private final Deque<GraphError> reads = new ArrayDeque<>();
    private final Deque<GraphError> writes = new ArrayDeque<>();
    private @Nullable GraphError lasting;
    private boolean closed;
    private boolean twice;
    private boolean reversed;
    private boolean targetGone;
    private boolean hiding;

    void next(GraphError error) {
        any.add(error);
    }

    /** Breaks a call of a fault's kind. */
    void next(Fault fault) {
        switch (fault) {
            case POLL_FAILS, LOOKUP_FAILS -> reads.add(GraphError.scripted(2, 0));
            case POLL_RATE_LIMIT -> reads.add(GraphError.scripted(32, 0));
            case RATE_LIMIT -> writes.add(GraphError.scripted(32, 0));
            case TOKEN_DEAD -> writes.add(GraphError.scripted(190, 460));
            case DUPLICATE_TEXT -> writes.add(GraphError.scripted(506, 0));
            case TARGET_DELETED -> targetGone = true;
            case HIDDEN_REPLY -> hiding = true;
            case POLL_TWICE -> twice = true;
            case POLL_OUT_OF_ORDER -> reversed = true;
            default -> throw new IllegalArgumentException("This network does not know the fault " + fault + ".");
        }
    }

    void nextWrite(GraphError error) {
        writes.add(error);
    }

    void always(GraphError error) {
        lasting = error;
    }

    void close() {
        closed = true;
    }

    void heal() {
        any.clear();
        reads.clear();
        writes.clear();
        lasting = null;
    }

    /** Fails for ever after the network closed its interface. */
    void checkOpen() {
        if (closed) {
            throw GraphError.denied(10, "The interface is closed for applications");
        }
    }

    void check(Call call) {
        GraphError now = lasting;
        if (now == null) {
            now = any.poll();
        }
        if (now == null) {
            now = (call.isRead() ? reads : writes).poll();
        }
        if (now != null) {
            throw now;
        }
    }

    /** Returns a page as it is delivered now: doubled or reversed if that is due. */
    List<Node> arranged(List<Node> page) {
        if (page.isEmpty() || !(twice || reversed)) {
            return page;
        }
        List<Node> arranged = new ArrayList<>(page);
        if (twice) {
            arranged.addAll(page);
            twice = false;
        }
        if (reversed) {
            Collections.reverse(arranged);
            reversed = false;
        }
        return arranged;
    }

    /** Whether what is to be answered was deleted a moment ago. */
    boolean takeTarget() {
        boolean now = targetGone;
        targetGone = false;
        return now;
    }

    /** Whether the network hides the reply that was just written. */
    boolean takeHiding() {
        boolean now = hiding;
        hiding = false;
        return now;
    }

    /** Returns the scripted error for renewing a token. */
    Optional<GraphError> takeAny() {
        return Optional.ofNullable(lasting == null ? any.poll() : lasting);
    }
}
