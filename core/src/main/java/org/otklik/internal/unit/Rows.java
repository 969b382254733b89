package org.otklik.internal.unit;

import java.time.Instant;
import java.util.Optional;
import org.otklik.incident.SignalEvent;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** Copies of post rows with one part changed. */
public final class Rows {

    private Rows() {}

    /** Records an event on the post's stream and returns the row with the new end of it. */
    public static PostRow record(Session session, PostRow row, SignalEvent event) {
        var codec = session.parts().signalEvents();
        StreamHead head =
                session.record(StreamId.signal(row.id()), row.stream(), codec.type(event), codec.write(event));
        return new PostRow(
                row.id(), row.version(), row.facts(), row.content(), row.signal(), row.decision(), row.link(), head);
    }

    /** Returns the row in another state with another decision. */
    public static PostRow in(PostRow row, SignalState state, Optional<String> decision) {
        return new PostRow(
                row.id(), row.version(), row.facts(), row.content(), state, decision, row.link(), row.stream());
    }

    /** Returns the row with another link. */
    public static PostRow linked(PostRow row, PostRow.Link link) {
        return new PostRow(
                row.id(), row.version(), row.facts(), row.content(), row.signal(), row.decision(), link, row.stream());
    }

    /** Returns the row with other facts. */
    public static PostRow withFacts(PostRow row, PostRow.Facts facts) {
        return new PostRow(
                row.id(), row.version(), facts, row.content(), row.signal(), row.decision(), row.link(), row.stream());
    }

    /** Returns the row with another content. */
    public static PostRow withContent(PostRow row, Optional<String> content) {
        return new PostRow(
                row.id(), row.version(), row.facts(), content, row.signal(), row.decision(), row.link(), row.stream());
    }

    /** Returns facts with another count of revisions. */
    public static PostRow.Facts revision(PostRow.Facts facts, int number) {
        return new PostRow.Facts(
                facts.publishedAt(),
                facts.capturedAt(),
                facts.source(),
                facts.author(),
                facts.parent(),
                facts.contentHash(),
                number,
                facts.deletedAt());
    }

    /** Returns facts with another hash of the content. */
    public static PostRow.Facts contentHash(PostRow.Facts facts, String hash) {
        return new PostRow.Facts(
                facts.publishedAt(),
                facts.capturedAt(),
                facts.source(),
                facts.author(),
                facts.parent(),
                hash,
                facts.revision(),
                facts.deletedAt());
    }

    /** Returns facts of a deleted post. */
    public static PostRow.Facts deleted(PostRow.Facts facts, Instant at) {
        return new PostRow.Facts(
                facts.publishedAt(),
                facts.capturedAt(),
                facts.source(),
                facts.author(),
                facts.parent(),
                facts.contentHash(),
                facts.revision(),
                Optional.of(at));
    }
}
