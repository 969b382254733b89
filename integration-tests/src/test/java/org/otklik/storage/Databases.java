package org.otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.otklik.tck.StorageUnderTest;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases on which the JDBC storage must keep its contracts. */
public final class Databases {

    private Databases() {}

    /** In memory; a database that lives as long as the virtual machine, under a name of its own. */
    static StorageUnderTest h2InMemory() {
        JdbcDataSource dataSource = h2("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return new JdbcStorageUnderTest(dataSource, () -> shutDown(dataSource));
    }

    public static StorageUnderTest h2OnDisk() {
        Path folder = newFolder();
        return new JdbcStorageUnderTest(h2At(folder), () -> delete(folder));
    }

    public static StorageUnderTest postgres() {
        PGSimpleDataSource dataSource = PostgresServer.newSchema();
        return new JdbcStorageUnderTest(dataSource, () -> PostgresServer.drop(dataSource));
    }

    /** Gives a data source over an empty schema of PostgreSQL, which stays until the server goes. */
    public static PGSimpleDataSource postgresSchema() {
        return PostgresServer.newSchema();
    }

    static JdbcDataSource h2At(Path folder) {
        return h2("jdbc:h2:file:" + folder.resolve("otklik"));
    }

    private static JdbcDataSource h2(String address) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(address);
        dataSource.setUser("sa");
        dataSource.setPassword("");
        return dataSource;
    }

    private static void shutDown(JdbcDataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException failure) {
            throw new IllegalStateException("H2 did not shut down", failure);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("otklik-h2-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
