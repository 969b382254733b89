package org.otklik.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** H2 databases for tests. */
final class H2Databases {

    private H2Databases() {}

    static JdbcDataSource inMemory() {
        return at("jdbc:h2:mem:" + UUID.randomUUID());
    }

    static JdbcDataSource onDisk(Path folder) {
        return at("jdbc:h2:file:" + folder.resolve("otklik"));
    }

    private static JdbcDataSource at(String address) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(address);
        dataSource.setUser("sa");
        dataSource.setPassword("");
        return dataSource;
    }

    static void run(JdbcDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(JdbcDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
