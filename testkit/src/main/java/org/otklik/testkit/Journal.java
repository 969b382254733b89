package org.otklik.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What must be undone if the running transaction fails, and what waits for its commit. Guarded by the storage's lock. */
final class Journal {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> onCommit = new ArrayList<>();
    private boolean open;

    void begin() {
        open = true;
    }

    void commit() {
        onCommit.forEach(Runnable::run);
        end();
    }

    void rollback() {
        undo.forEach(Runnable::run);
        end();
    }

    private void end() {
        undo.clear();
        onCommit.clear();
        open = false;
    }

    void undoBy(Runnable step) {
        check();
        undo.push(step);
    }

    void atCommit(Runnable step) {
        check();
        onCommit.add(step);
    }

    void check() {
        if (!open) {
            throw new IllegalStateException("The transaction is over: a unit of work must not be kept.");
        }
    }
}
