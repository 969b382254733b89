package org.otklik.spi.storage;

import java.time.Instant;
import org.otklik.spi.Notice;

/**
 * A notice that nobody has heard yet; immutable.
 *
 * @param notice what is to be told
 * @param dueAt when it may be told; later than its own time once it failed
 * @param attempts how often telling it failed
 * @param held whether it failed too often and waits for a person
 */
public record NoticeRow(Notice notice, Instant dueAt, int attempts, boolean held) {

    /**
     * Returns the row of a notice that was not tried yet.
     *
     * @param notice what is to be told
     * @return a row that is due at once
     */
    public static NoticeRow of(Notice notice) {
        return new NoticeRow(notice, notice.at(), 0, false);
    }
}
