package org.otklik.spi.storage;

/** Thrown when somebody else changed a row since it was read; the work is done again. */
public final class StaleVersionException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param what the row, such as {@code incident 01j…}
     * @param expected the version that was read
     */
    public StaleVersionException(String what, long expected) {
        super("Somebody else changed " + what + " after version " + expected + " was read; the work is done again.");
    }
}
