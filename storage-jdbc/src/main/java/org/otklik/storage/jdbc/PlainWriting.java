package org.otklik.storage.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes rows at once, a statement a row, as H2 likes it; for one thread. */
final class PlainWriting {

    private final Session session;

    PlainWriting(Session session) {
        this.session = session;
    }

    <T> void write(Writing<T> writing, Collection<T> items, Optional<Function<T, Expected>> expected) {
        Change change = writing.change();
        if (change instanceof Change.Insert insert) {
            session.batch(insert.plain(), items, writing.binder());
        } else if (change instanceof Change.Absent absent) {
            session.insertAbsent(absent, List.copyOf(items), writing.binder());
        } else if (change instanceof Change.Put put) {
            items.forEach(item -> put(put, item, writing.binder()));
        } else if (change instanceof Change.Update update) {
            update(update.plain(), List.copyOf(items), writing.binder(), expected);
        } else if (change instanceof Change.Delete delete) {
            session.batch(delete.plain(), items, writing.binder());
        } else {
            throw new IllegalStateException(change + " needs a database that takes columns as arrays.");
        }
    }

    /** Somebody else may insert it between the first two attempts. */
    private <T> void put(Change.Put put, T item, Session.ItemBinder<T> binder) {
        if (overwrite(put, item, binder) == 0
                && session.insertAbsent(put.absent(), List.of(item), binder).isEmpty()) {
            overwrite(put, item, binder);
        }
    }

    private <T> int overwrite(Change.Put put, T item, Session.ItemBinder<T> binder) {
        return session.update(put.overwrite(), params -> binder.bind(params, item));
    }

    private <T> void update(
            String sql, List<T> items, Session.ItemBinder<T> binder, Optional<Function<T, Expected>> expected) {
        int[] changed = session.batch(sql, items, binder);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0 && expected.isPresent()) {
                throw Expected.stale(List.of(expected.get().apply(items.get(i))));
            }
        }
    }
}
