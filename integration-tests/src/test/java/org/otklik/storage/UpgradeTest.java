package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.incident.IncidentQuery;
import org.otklik.post.PostId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.storage.jdbc.Product;

/** A database of the first release, with rows, under this one (P22). */
class UpgradeTest {

    private static final Instant AT = Instant.parse("2026-11-26T08:00:00Z");
    private static final PostId POST = PostId.of("vk", "-1_1");
    private static final StreamId STREAM = StreamId.signal(POST);

    private static DataSource empty(Product product) {
        if (product == Product.POSTGRESQL) {
            return PostgresServer.newSchema();
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    private static DataSource ofTheFirstRelease(Product product) throws IOException, SQLException {
        DataSource database = empty(product);
        String folder = product == Product.H2 ? "h2" : "postgresql";
        try (InputStream script = JdbcStorage.class.getResourceAsStream(folder + "/V001__first_tables.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return database;
    }

    private static PostRow post() {
        return new PostRow(
                POST,
                1,
                new PostRow.Facts(
                        AT,
                        AT,
                        "vk:official/wall",
                        Optional.empty(),
                        Optional.empty(),
                        "0".repeat(32),
                        1,
                        Optional.empty()),
                Optional.of("{\"text\":\"Яма\"}"),
                SignalState.CAPTURED,
                Optional.empty(),
                PostRow.Link.NONE,
                StreamHead.EMPTY);
    }

    private static EventRow event(long version) {
        return new EventRow(STREAM, version, "signal-removed/1", AT, "system", "{}", "0".repeat(64));
    }

    private static boolean write(UnitOfWork unit, long version) {
        unit.events().append(List.of(event(version)));
        unit.state().write("cursor", "wall", "v" + version);
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void rows_of_the_first_release_are_there_after_the_migration(Product product) throws IOException, SQLException {
        DataSource database = ofTheFirstRelease(product);
        try (JdbcStorage before = JdbcStorage.over(database)) {
            before.transact(unit -> {
                unit.posts().insertNew(List.of(post()));
                return write(unit, 1);
            });

            before.migrate();
            before.transact(unit -> write(unit, 2));
        }

        try (JdbcStorage after = JdbcStorage.over(database).migrate()) {
            assertEquals(
                    List.of(event(1), event(2)),
                    after.transact(unit -> unit.events().read(STREAM, 1, 10)));
            assertEquals(
                    post(),
                    after.transact(unit -> unit.posts().find(List.of(POST))).get(POST));
            assertEquals(Optional.of("v2"), after.transact(unit -> unit.state().read("cursor", "wall")));
            assertEquals(
                    List.of(),
                    after.transact(
                            unit -> unit.incidents().query(IncidentQuery.all().containing("яма"))));
        }
    }
}
