package org.otklik.examples.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.h2.jdbcx.JdbcConnectionPool;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;
import org.otklik.storage.jdbc.JdbcStorage;

/** A whole process: a database in a file, a desk that works by itself, and a host for its webhooks. */
public final class HostMain {

    /** Reading, deadlines, telling people, and the one network. */
    private static final int THREADS = 4;

    static final AccountId ACCOUNT = new AccountId(SignedBoard.NETWORK, "city");

    private HostMain() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments folder of the database, port, and the part of the path that cannot be guessed
     * @throws IOException if the port is not free
     */
    public static void main(String[] arguments) throws IOException {
        // Without this each answer waits for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        JdbcConnectionPool pool = JdbcConnectionPool.create(address(arguments[0]), "sa", "");
        IncidentDesk desk = IncidentDesk.builder(
                        Region.fromResources(HostMain.class.getClassLoader(), "regions/samara"),
                        JdbcStorage.over(pool).migrate(),
                        PseudonymKey.of(fromEnvironment("OTKLIK_PSEUDONYM_KEY")))
                .network(new SignedBoard())
                .secrets(new EnvironmentSecrets(fromEnvironment("OTKLIK_BOARD_SECRET")))
                .build();
        WebhookHost host = WebhookHost.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                desk,
                Map.of("/" + arguments[2] + "/board/city", ACCOUNT),
                Duration.ofSeconds(10));
        ScheduledExecutorService steps = Executors.newScheduledThreadPool(THREADS);
        desk.start(steps);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(host, desk, steps)));
        System.out.println(host.port());
    }

    /** What was answered must be stored: H2 writes each commit before it returns, and never over its own pages. */
    static String address(String folder) {
        return "jdbc:h2:file:" + folder + "/desk;WRITE_DELAY=0;REUSE_SPACE=FALSE";
    }

    private static void close(WebhookHost host, IncidentDesk desk, ScheduledExecutorService steps) {
        host.close();
        desk.close();
        steps.shutdown();
    }

    private static String fromEnvironment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException("Set " + name + "."));
    }

    /** The one secret that this host needs; a real one asks a safe. */
    private record EnvironmentSecrets(String value) implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return name.equals(SignedBoard.SECRET) ? Optional.of(value) : Optional.empty();
        }

        @Override
        public void rotate(AccountId account, String name, String next) {
            throw new UnsupportedOperationException("The secret of the board is changed by hand.");
        }

        @Override
        public String toString() {
            return "secrets of the environment";
        }
    }
}
