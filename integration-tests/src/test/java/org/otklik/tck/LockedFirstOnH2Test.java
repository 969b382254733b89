package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.storage.jdbc.JdbcStorage;

/** On H2 a roll-back may write back old rows, so who lost a race must have nothing to take back. */
class LockedFirstOnH2Test {

    /** Whether the transaction was committed already, so that a roll-back finds nothing. */
    private final AtomicBoolean ended = new AtomicBoolean();

    private final AtomicInteger rollbacks = new AtomicInteger();

    @Test
    void who_lost_a_race_after_writing_elsewhere_rolls_nothing_back_and_has_written_nothing() {
        try (JdbcStorage storage = JdbcStorage.over(counting(database())).migrate()) {
            IncidentRow read = Sample.incident(1);
            storage.transact(unit -> {
                unit.incidents().insert(read);
                return true;
            });
            storage.transact(unit -> {
                unit.incidents().update(Sample.next(read), 1);
                return true;
            });

            assertThrows(
                    StaleVersionException.class,
                    () -> storage.transact(unit -> {
                        unit.state().write("race", "loser", "was here");
                        unit.incidents().update(Sample.next(read), 1);
                        return true;
                    }));

            assertEquals(0, rollbacks.get());
            assertEquals(Optional.empty(), storage.transact(unit -> unit.state().read("race", "loser")));
        }
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    private DataSource counting(DataSource database) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(database, method, arguments);
            return result instanceof Connection connection ? counting(connection) : result;
        });
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement" -> ended.set(false);
                case "commit" -> ended.set(true);
                case "rollback" -> rollbacks.addAndGet(ended.get() ? 0 : 1);
                default -> {
                    // Neither begins nor ends anything.
                }
            }
            return call(connection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
