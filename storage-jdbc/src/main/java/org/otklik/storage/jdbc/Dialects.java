package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.otklik.spi.storage.StorageException;

/** Finds out which database answers. */
final class Dialects {

    private static final int OLDEST_POSTGRESQL = 12;
    private static final int OLDEST_H2 = 2;

    private Dialects() {}

    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        Dialect dialect = byName(about.getDatabaseProductName());
        int oldest = dialect instanceof H2Dialect ? OLDEST_H2 : OLDEST_POSTGRESQL;
        if (about.getDatabaseMajorVersion() < oldest) {
            throw new StorageException("The data source leads to " + dialect.product() + " "
                    + about.getDatabaseProductVersion() + "; version " + oldest + " or later is needed.");
        }
        return dialect;
    }

    static Dialect of(Product product) {
        return switch (product) {
            case H2 -> new H2Dialect();
            case POSTGRESQL -> new PostgresDialect();
        };
    }

    static Dialect byName(String product) {
        return Arrays.stream(Product.values())
                .map(Dialects::of)
                .filter(dialect -> isOf(dialect, product))
                .findFirst()
                .orElseThrow(() -> new StorageException("The data source leads to '" + product
                        + "'; JdbcStorage knows H2 and PostgreSQL. For one that speaks as PostgreSQL does, name it:"
                        + " JdbcStorage.over(dataSource, Product.POSTGRESQL). For another implement"
                        + " org.otklik.spi.storage.Storage."));
    }

    /** Relatives of PostgreSQL have its name within theirs. */
    private static boolean isOf(Dialect dialect, String product) {
        return dialect instanceof PostgresDialect
                ? product.toLowerCase(Locale.ROOT).contains("postgres")
                : dialect.product().equalsIgnoreCase(product);
    }
}
