package org.otklik.internal.intake;

/** What became of the changes of a page. */
public record CaptureCount(int captured, int seen, int revised, int deleted) {

    static final CaptureCount NONE = new CaptureCount(0, 0, 0, 0);

    CaptureCount plus(CaptureCount other) {
        return new CaptureCount(
                captured + other.captured, seen + other.seen, revised + other.revised, deleted + other.deleted);
    }
}
