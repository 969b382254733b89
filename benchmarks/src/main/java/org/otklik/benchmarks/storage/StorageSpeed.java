package org.otklik.benchmarks.storage;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.otklik.benchmarks.Options;
import org.otklik.benchmarks.StoredTexts;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;

/** The storage on PostgreSQL beside bare statements on the same server, part by part. */
public final class StorageSpeed {

    private static final int POSTS = 20_000;
    private static final int ROUNDS = 7;
    private static final int FILLED_ROUNDS = 3;
    private static final int PAGE = 100;
    private static final int PAGES = 2_000;
    private static final int WARM_UPS = 4;

    private StorageSpeed() {}

    /**
     * Measures.
     *
     * @param options {@code -n} posts a round, {@code -rounds}, {@code -part} for intake, text, list or commands alone,
     *     {@code -stored} sizes of lists, {@code -on} for h2 or postgresql alone
     * @throws Exception if the server does not do its part
     */
    public static void run(Options options) throws Exception {
        String part = options.text("-part", "all");
        try (Server server = Server.start()) {
            Sides sides = new Sides(server, options.number("-rounds", ROUNDS));
            if (part.equals("all") || part.equals("intake")) {
                for (int page : List.of(100, 1_000)) {
                    intake(server, sides, page, options.count(POSTS));
                }
            }
            if (part.equals("all") || part.equals("text")) {
                text(server, sides, options.count(POSTS));
            }
            if (part.equals("all") || part.equals("list")) {
                list(server, sides, options);
            }
            if (part.equals("all") || part.equals("commands")) {
                commands(server, sides, options.count(POSTS) / 20);
            }
        }
    }

    private static void intake(Server server, Sides sides, int page, int posts) throws Exception {
        try (Server.Schema our = server.newSchema(1);
                Server.Schema their = server.newSchema(1);
                Storage storage = our.storage()) {
            their.storage().close();
            Intake ours = filled(our, page, posts);
            Intake copy = filled(their, page, posts);
            sides.compare(
                    "storage-intake-" + page,
                    "posts/s, intake beside COPY into the same tables, pages of " + page,
                    () -> ours.ours(storage),
                    () -> copy.copy(their));
        }
    }

    /** Neither side begins in empty tables, for which PostgreSQL has other plans than for full ones. */
    private static Intake filled(Server.Schema schema, int page, int posts) throws SQLException {
        schema.run("INSERT INTO stored_value VALUES ('cursor', 'wall', '')");
        Intake intake = new Intake(page, posts);
        for (int i = 0; i < FILLED_ROUNDS; i++) {
            intake.copy(schema);
        }
        schema.run("VACUUM ANALYZE");
        return intake;
    }

    private static void commands(Server server, Sides sides, int each) throws Exception {
        try (Server.Schema our = server.newSchema(Commands.CLIENTS);
                Server.Schema their = server.newSchema(Commands.CLIENTS);
                Storage storage = our.storage();
                Storage theirs = their.storage()) {
            Commands.fill(storage);
            Commands.fill(theirs);
            our.run("VACUUM ANALYZE");
            their.run("VACUUM ANALYZE");
            Commands commands = new Commands(each);
            sides.compare(
                    "storage-command",
                    "commands/s of 8 clients beside a bare JDBC loop of the same statements",
                    () -> commands.ours(storage),
                    () -> commands.bare(their));
        }
    }

    /** Posts through the whole desk, beside the very transactions that it made, without a desk. */
    private static void text(Server server, Sides sides, int posts) throws Exception {
        StoredTexts texts = new StoredTexts(posts, PAGE);
        for (int i = 0; i < WARM_UPS; i++) {
            texts.run(InMemoryStorage.create());
        }
        Recording recording;
        try (Server.Schema schema = server.newSchema(1);
                Storage storage = schema.storage()) {
            recording = new Recording(storage);
            texts.run(recording);
        }
        try (Fresh ours = new Fresh(server, texts::run);
                Fresh stored = new Fresh(server, storage -> {
                    recording.repeat(storage);
                    return posts;
                })) {
            sides.compare(
                    "storage-text", "posts/s from poll to stored beside the same transactions alone", ours, stored);
        }
    }

    /** Does each round in a schema of its own. */
    private static final class Fresh implements Sides.Side, AutoCloseable {

        private final Server server;
        private final Work work;
        private Server.@Nullable Schema schema;

        interface Work {

            long run(Storage storage) throws Exception;
        }

        Fresh(Server server, Work work) {
            this.server = server;
            this.work = work;
        }

        @Override
        public void prepare() throws Exception {
            close();
            schema = server.newSchema(1);
            schema.storage().close();
        }

        @Override
        public long run() throws Exception {
            return work.run(Objects.requireNonNull(schema).storage());
        }

        @Override
        public void close() throws SQLException {
            if (schema != null) {
                schema.close();
                schema = null;
            }
        }
    }

    private static void list(Server server, Sides sides, Options options) throws Exception {
        String on = options.text("-on", "both");
        for (int stored : stored(options)) {
            if (!on.equals("h2")) {
                try (Server.Schema schema = server.newSchema(1);
                        Storage storage = schema.storage()) {
                    Listing.fillPostgres(schema, stored);
                    list(sides, "postgresql-" + stored, storage, schema.pool(), options);
                }
            }
            if (!on.equals("postgresql")) {
                try (H2Pool h2 = H2Pool.open();
                        Storage storage = h2.storage()) {
                    Listing.fillH2(h2.pool(), stored);
                    list(sides, "h2-" + stored, storage, h2.pool(), options);
                }
            }
        }
    }

    private static void list(Sides sides, String where, Storage storage, DataSource pool, Options options)
            throws Exception {
        int times = options.number("-pages", PAGES);
        sides.compare(
                "storage-list-" + where,
                "pages/s of a body's open incidents by deadline beside the bare query",
                () -> Listing.ours(storage, times),
                () -> Listing.bare(pool, Listing.OF_BODY, times));
        sides.compare(
                "storage-list-of-lead-" + where,
                "pages/s of a body's open incidents by deadline beside a bare query of those it leads",
                () -> Listing.ours(storage, times),
                () -> Listing.bare(pool, Listing.OF_LEAD, times));
    }

    private static List<Integer> stored(Options options) {
        return Arrays.stream(options.text("-stored", "100000,1000000,3000000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }
}
