package org.otklik;

/**
 * What one step of telling did; immutable.
 *
 * @param told notices that the notifier took
 * @param putOff notices that it did not take, to be told again later
 * @param held notices that it did not take for the last time; they wait for a person
 */
public record NotifyReport(int told, int putOff, int held) {

    /** A step in which nothing was to be told, or another node is telling. */
    public static final NotifyReport NOTHING = new NotifyReport(0, 0, 0);
}
