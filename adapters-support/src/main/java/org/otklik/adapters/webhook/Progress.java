package org.otklik.adapters.webhook;

import java.time.Instant;

/**
 * How far a receiver is, as it is kept between steps and shared by nodes; immutable.
 *
 * @param delivered last event that the receiver took
 * @param sending last event of the message that was begun; the same events go into it when it is sent again
 * @param failures how often that message failed in a row
 * @param notBefore when somebody may send next; while a node sends, when its turn ends
 * @param stopped whether the receiver said that it is gone
 */
record Progress(long delivered, long sending, int failures, Instant notBefore, boolean stopped) {

    private static final String VERSION = "1";
    private static final int PARTS = 6;

    static Progress from(long sequence) {
        return new Progress(sequence, sequence, 0, Instant.EPOCH, false);
    }

    boolean isUnfinished() {
        return sending > delivered;
    }

    Progress begun(long last, Instant turnEnds) {
        return new Progress(delivered, last, failures, turnEnds, false);
    }

    Progress taken() {
        return from(sending);
    }

    Progress skipped(long last) {
        return from(last);
    }

    Progress failed(Instant again) {
        return new Progress(delivered, sending, failures + 1, again, false);
    }

    Progress stoppedNow() {
        return new Progress(delivered, sending, failures + 1, notBefore, true);
    }

    Progress resumed() {
        return new Progress(delivered, sending, 0, Instant.EPOCH, false);
    }

    String text() {
        return String.join(
                ";",
                VERSION,
                Long.toString(delivered),
                Long.toString(sending),
                Integer.toString(failures),
                Long.toString(notBefore.toEpochMilli()),
                Boolean.toString(stopped));
    }

    static Progress of(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw new IllegalStateException(
                    "The progress of a webhook was written by a newer version of Otklik; use that one.");
        }
        return new Progress(
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Instant.ofEpochMilli(Long.parseLong(parts[4])),
                Boolean.parseBoolean(parts[5]));
    }
}
