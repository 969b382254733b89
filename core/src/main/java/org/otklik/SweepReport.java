package org.otklik;

/**
 * What one step of sweeping deadlines did; immutable.
 *
 * @param warned clocks that came near their deadline
 * @param breached clocks that passed it
 * @param returned incidents taken from bodies that did not accept in time
 * @param resumed postponed incidents whose promised date came, and questions whose time is over
 */
public record SweepReport(int warned, int breached, int returned, int resumed) {

    /**
     * Tells whether there was nothing to do.
     *
     * @return true if nothing was due
     */
    public boolean isIdle() {
        return warned + breached + returned + resumed == 0;
    }
}
