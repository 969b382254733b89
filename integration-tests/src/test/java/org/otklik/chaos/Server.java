package org.otklik.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own that can be killed, stopped and started again where it lies. For one thread. */
final class Server implements AutoCloseable {

    private static final int STARTS = 40;
    private static final int SECONDS = 30;
    /** Zonky switches all of them off, for speed. */
    private static final List<String> DURABLE = List.of("synchronous_commit", "fsync", "full_page_writes");

    private final Path data;
    private final Path binaries;
    private final int port;

    private Server(Path data, Path binaries, int port) {
        this.data = data;
        this.binaries = binaries;
        this.port = port;
    }

    /** Makes a new database in an empty folder and starts it. */
    static Server create(Path data) throws IOException, InterruptedException, SQLException {
        Server server;
        try (EmbeddedPostgres made = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            Path executable = ProcessHandle.of(pid(data))
                    .flatMap(process -> process.info().command())
                    .map(Path::of)
                    .orElseThrow(() -> new IOException("The postmaster of " + data + " is not to be found"));
            server = new Server(data, executable.getParent(), made.getPort());
        }
        server.start();
        server.assertDurable();
        return server;
    }

    private static long pid(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
    }

    private void assertDurable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(port));
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
                    rows.next();
                    if (!rows.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is " + rows.getString(1) + ", not on");
                    }
                }
            }
        }
    }

    /** Gives the address of the database behind a port, its own or that of a proxy. */
    static String address(int port) {
        return address(port, 3);
    }

    /** Gives the address for clients that wait so long for an answer. */
    static String address(int port, int seconds) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&connectTimeout=" + seconds
                + "&loginTimeout=" + seconds + "&socketTimeout=" + seconds;
    }

    int port() {
        return port;
    }

    /** Kills the postmaster without a word; its children follow when they notice. */
    void kill() throws IOException {
        ProcessHandle.of(pid(data)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Starts the server, unless it came through. */
    void startUnlessRunning() throws IOException, InterruptedException {
        if (control("status") != 0) {
            start();
        }
    }

    /** Starts the server; right after a kill the old children may still hold its memory, so it tries again. */
    void start() throws IOException, InterruptedException {
        for (int tries = 0; tries < STARTS; tries++) {
            String durable = String.join(
                    "",
                    DURABLE.stream().map(setting -> " -c " + setting + "=on").toList());
            String options = "-p " + port + durable + " -c unix_socket_directories= -c max_connections=100";
            if (control("start", "-w", "-o", options) == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException(
                "PostgreSQL does not start any more: " + Files.readString(data.resolve("server.log")));
    }

    /** Stops the server in order. */
    void stop() throws IOException, InterruptedException {
        control("stop", "-w", "-m", "fast");
    }

    /** Takes a copy of the files while the server is stopped. */
    void copyTo(Path backup) throws IOException, InterruptedException {
        stop();
        copy(data, backup);
        start();
    }

    /** Sets the files back to a copy. */
    void restore(Path backup) throws IOException, InterruptedException {
        stop();
        copy(backup, data);
        start();
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        "sh", "-c", "rm -rf \"$1\" && cp -a \"$0\" \"$1\"", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(from + " was not copied to " + to);
        }
    }

    private int control(String action, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binaries.resolve("pg_ctl").toString(), action, "-D", data.toString()));
        command.addAll(List.of("-l", data.resolve("server.log").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        data.resolveSibling(data.getFileName() + "-control.log").toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void close() throws IOException {
        try {
            control("stop", "-m", "immediate");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
