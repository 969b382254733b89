package org.otklik.storage.jdbc;

import java.sql.SQLException;
import org.otklik.spi.storage.StorageException;

/** Says that the database gave up a transaction which may succeed when it is done again. */
final class RetriableException extends StorageException {

    private static final long serialVersionUID = 1L;

    RetriableException(String what, SQLException cause) {
        super(
                what + " met other transactions (SQLState " + cause.getSQLState() + ", " + cause.getMessage()
                        + "); it was rolled back and is done again, three times in all.",
                cause);
    }
}
