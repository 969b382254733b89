package org.otklik.internal.unit;

import java.util.Optional;
import org.otklik.internal.codec.StoredContent;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/**
 * Texts of parent and root that a network sent along with a comment: others' words, which erasing those others would not
 * reach. They are kept only while the comment waits for its decision.
 */
public final class OthersWords {

    private OthersWords() {}

    /** Returns a decided row without them; a row that still waits keeps them. */
    public static PostRow dropWhenDecided(DeskParts parts, PostRow row) {
        boolean waits = row.signal() == SignalState.CAPTURED
                || row.signal() == SignalState.NEEDS_REVIEW
                || row.signal() == SignalState.QUARANTINED;
        boolean comment = row.facts().parent().isPresent();
        return waits || !comment || row.content().isEmpty() ? row : withoutContext(parts, row);
    }

    private static PostRow withoutContext(DeskParts parts, PostRow row) {
        StoredContent content = parts.json().read(row.content().orElseThrow(), StoredContent.class);
        boolean bare = content.parentText().isEmpty() && content.rootText().isEmpty();
        return bare ? row : Rows.withContent(row, Optional.of(parts.json().write(content.withoutContext())));
    }
}
