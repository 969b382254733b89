package org.otklik.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.otklik.spi.Notice;
import org.otklik.spi.Notifier;

/** Keeps every notice that it hears; thread-safe. */
public final class RecordingNotifier implements Notifier {

    private final List<Notice> heard = new CopyOnWriteArrayList<>();

    /** Creates a notifier that heard nothing yet. */
    public RecordingNotifier() {}

    @Override
    public void notify(Notice notice) {
        heard.add(notice);
    }

    /**
     * Lists what it heard.
     *
     * @return in order
     */
    public List<Notice> notices() {
        return List.copyOf(heard);
    }

    /**
     * Lists what it heard under a code.
     *
     * @param code such as {@code CLOCK_BREACHED}
     * @return in order
     */
    public List<Notice> notices(String code) {
        return heard.stream().filter(notice -> notice.code().equals(code)).toList();
    }
}
