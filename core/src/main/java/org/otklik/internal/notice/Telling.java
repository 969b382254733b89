package org.otklik.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.NotifyReport;
import org.otklik.spi.Notice;
import org.otklik.spi.Notifier;
import org.otklik.spi.storage.NoticeRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the notices of one step; for one thread. */
final class Telling {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** With the waits above the last attempt comes some four hours after the first. */
    private static final int MOST_ATTEMPTS = 12;

    private final Instant now;
    private final List<String> told = new ArrayList<>();
    private final List<NoticeRow> failed = new ArrayList<>();
    private final Set<String> blocked = new HashSet<>();

    Telling(Instant now) {
        this.now = now;
    }

    /** Tells a notice, unless one of the same subject before it failed: their order is kept. */
    void tell(Notifier notifier, NoticeRow row) {
        Notice notice = row.notice();
        if (blocked.contains(notice.subject())) {
            return;
        }
        try {
            notifier.notify(notice);
            told.add(notice.id());
        } catch (RuntimeException e) {
            failed(row, e);
        }
    }

    private void failed(NoticeRow row, RuntimeException cause) {
        Notice notice = row.notice();
        int attempts = row.attempts() + 1;
        boolean held = attempts >= MOST_ATTEMPTS;
        failed.add(new NoticeRow(notice, now.plus(waitAfter(attempts)), attempts, held));
        if (!held) {
            blocked.add(notice.subject());
        }
        log.warn(
                "The notifier failed on {} of {} for the {}. time; {}.",
                notice.code(),
                notice.subject(),
                attempts,
                held ? "it is held until somebody lets it be told again" : "it is told again",
                cause);
    }

    private static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    List<String> told() {
        return told;
    }

    List<NoticeRow> failed() {
        return failed;
    }

    NotifyReport report() {
        int held = Math.toIntExact(failed.stream().filter(NoticeRow::held).count());
        return new NotifyReport(told.size(), failed.size() - held, held);
    }
}
