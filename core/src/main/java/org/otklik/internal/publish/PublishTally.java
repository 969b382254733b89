package org.otklik.internal.publish;

import org.otklik.PublishReport;

/** Counts what one step of publishing does; for one thread. */
final class PublishTally {

    int sent;
    int refused;
    int delayed;
    int unknown;
    int found;
    int requeued;
    int verified;
    int vanished;
    int waitingForPerson;

    PublishReport report() {
        return new PublishReport(
                sent, refused, delayed, unknown, found, requeued, verified, vanished, waitingForPerson);
    }
}
