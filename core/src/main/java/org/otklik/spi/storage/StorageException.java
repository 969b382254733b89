package org.otklik.spi.storage;

import org.otklik.OtklikException;

/** Thrown when a storage cannot do its work: no connection, a full disk, a missing table. */
public class StorageException extends OtklikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what failed, on what, and what to do
     */
    public StorageException(String message) {
        super(message);
    }

    /**
     * Creates an exception with its cause.
     *
     * @param message what failed, on what, and what to do
     * @param cause the failure underneath
     */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
