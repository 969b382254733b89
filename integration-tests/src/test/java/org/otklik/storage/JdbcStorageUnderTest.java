package org.otklik.storage;

import javax.sql.DataSource;
import org.otklik.spi.storage.Storage;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.tck.StorageUnderTest;

/** A JDBC storage over an empty database, which is dropped afterwards. */
final class JdbcStorageUnderTest implements StorageUnderTest {

    private final DataSource dataSource;
    private final Runnable afterwards;
    private JdbcStorage storage;

    JdbcStorageUnderTest(DataSource dataSource, Runnable afterwards) {
        this.dataSource = dataSource;
        this.afterwards = afterwards;
    }

    @Override
    public Storage open() {
        storage = JdbcStorage.over(dataSource).migrate();
        return storage;
    }

    @Override
    public Storage restart() {
        storage.close();
        return open();
    }

    @Override
    public void close() {
        storage.close();
        afterwards.run();
    }
}
