package org.otklik.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.spi.storage.NoticeCount;
import org.otklik.spi.storage.NoticeRow;
import org.otklik.spi.storage.NoticeStore;

/** Notices that nobody heard yet, in memory. */
final class MemoryNotices implements NoticeStore {

    private static final boolean ALL = true;

    private final Rows<String, Numbered> rows;
    private final Index<Numbered, Boolean, Long> inOrder;
    private long last;

    private record Numbered(long number, NoticeRow row) {

        Numbered in(NoticeRow next) {
            return new Numbered(number, next);
        }
    }

    MemoryNotices(Journal journal) {
        rows = new Rows<>(journal);
        inOrder = rows.index(row -> List.of(ALL), Numbered::number);
    }

    @Override
    public void add(List<NoticeRow> fresh) {
        fresh.forEach(row -> rows.put(row.notice().id(), new Numbered(++last, row)));
    }

    @Override
    public List<NoticeRow> due(Instant now, int limit) {
        List<NoticeRow> due = new ArrayList<>();
        Set<String> blocked = new HashSet<>();
        for (Numbered numbered : inOrder.listOf(ALL)) {
            NoticeRow row = numbered.row();
            String subject = row.notice().subject();
            if (row.held() || blocked.contains(subject)) {
                continue;
            }
            if (row.dueAt().isAfter(now)) {
                blocked.add(subject);
            } else if (due.size() < limit) {
                due.add(row);
            }
        }
        return List.copyOf(due);
    }

    @Override
    public void remove(Collection<String> ids) {
        ids.forEach(rows::remove);
    }

    @Override
    public void update(Collection<NoticeRow> changed) {
        changed.forEach(row -> rows.find(row.notice().id())
                .ifPresent(known -> rows.put(
                        row.notice().id(),
                        known.in(new NoticeRow(known.row().notice(), row.dueAt(), row.attempts(), row.held())))));
    }

    @Override
    public NoticeCount count() {
        long held = rows.all().stream().filter(one -> one.row().held()).count();
        return new NoticeCount(
                rows.all().size() - held,
                held,
                rows.all().stream()
                        .filter(one -> !one.row().held())
                        .map(one -> one.row().notice().at())
                        .min(Comparator.naturalOrder()));
    }

    @Override
    public int release(Instant now) {
        List<NoticeRow> held = inOrder.listOf(ALL).stream()
                .map(Numbered::row)
                .filter(NoticeRow::held)
                .toList();
        update(held.stream()
                .map(row -> new NoticeRow(row.notice(), now, 0, false))
                .toList());
        return held.size();
    }
}
