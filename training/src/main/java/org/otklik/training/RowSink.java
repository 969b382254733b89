package org.otklik.training;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table as they are read; for one thread. */
interface RowSink {

    /** The file that is read, for messages. */
    Path file();

    /** The names of the columns; given once, before any row, or without names if the file is empty. */
    void header(List<String> names);

    /** A row with as many cells as there are columns. */
    void row(long line, List<String> cells);

    /** A row that is none. */
    void malformed(long line, String message);

    default UnreadableHistoryException unreadable(String what, @Nullable Throwable cause) {
        return new UnreadableHistoryException("The history in " + file() + " " + what + ".", cause);
    }
}
