package org.otklik.storage.jdbc;

/**
 * Counts the transactions that commit beside each other; for one thread at a time.
 *
 * <p>A few are done sooner so than together, for nobody waits until the turn of another one ends, and the server flushes
 * their commits together as it does for others. Many are done sooner together. So nobody goes beside others while there
 * were many a moment ago.
 */
final class SideBySide {

    /** So many go beside each other at the most. */
    static final int MOST = 4;

    private int underWay;
    private int crowd;

    /** Begins one, unless there are too many. */
    boolean begins() {
        if (underWay == MOST || crowd > MOST) {
            return false;
        }
        underWay++;
        return true;
    }

    /** Ends one. */
    void ends() {
        underWay--;
    }

    /** Takes in how many wanted to go together; a crowd that is gone is forgotten turn by turn, since it comes in waves. */
    void saw(int together) {
        crowd = Math.max(together + underWay, crowd - 1);
    }
}
