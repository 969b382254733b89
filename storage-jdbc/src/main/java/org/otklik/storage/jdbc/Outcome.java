package org.otklik.storage.jdbc;

import java.sql.SQLException;

/** What became of transactions that went out together; immutable. */
sealed interface Outcome {

    /** What is known for sure. */
    enum Known implements Outcome {

        /** All of them are stored. */
        COMMITTED,

        /** None of them is; each is to go alone and see what becomes of it. */
        TAKEN_BACK
    }

    /**
     * Nobody knows whether they are stored.
     *
     * @param cause how the connection broke
     */
    record Unknown(SQLException cause) implements Outcome {}
}
