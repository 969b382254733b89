package org.otklik.desk;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** Opens offices whose desk keeps all in a database. */
final class OfficeInDatabase {

    private OfficeInDatabase() {}

    static Office open() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        JdbcStorage storage = JdbcStorage.over(database);
        storage.migrate();
        return Office.over(storage, SettableClock.startingAt(Office.MORNING), InMemoryNetwork.named("vk"));
    }
}
