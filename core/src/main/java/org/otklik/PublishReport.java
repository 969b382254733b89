package org.otklik;

/**
 * What one step of publishing did; immutable.
 *
 * @param sent replies the network took
 * @param refused replies the network will not take
 * @param delayed replies to be tried later
 * @param unknown sendings with an unknown outcome
 * @param found doubtful sendings that turned out to be there
 * @param requeued doubtful sendings that turned out not to be there
 * @param verified sent replies that were seen again
 * @param vanished sent replies that are no longer to be seen
 * @param waitingForPerson doubtful sendings that cannot be looked up
 */
public record PublishReport(
        int sent,
        int refused,
        int delayed,
        int unknown,
        int found,
        int requeued,
        int verified,
        int vanished,
        int waitingForPerson) {

    /**
     * Tells whether there was nothing to do.
     *
     * @return true if no reply moved
     */
    public boolean isIdle() {
        return sent + refused + delayed + unknown + found + requeued + verified + vanished == 0;
    }
}
