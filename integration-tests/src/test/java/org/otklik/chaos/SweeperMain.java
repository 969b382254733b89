package org.otklik.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.regions.MiniRegion;

/**
 * A process whose desk sweeps deadlines without rest until it is killed. Arguments: name, JDBC address. Each line that it
 * reads is an instant to which it sets its clock, which then goes on.
 */
final class SweeperMain {

    static final String READY = "ready";
    private static final int BATCH = 50;
    private static final int PAUSE_MILLIS = 20;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final IncidentDesk desk;

    private SweeperMain(String name, String address) {
        desk = IncidentDesk.builder(MiniRegion.load(), JdbcStorage.over(WorkerMain.database(address)), WorkerMain.KEY)
                .limits(DeskLimits.standard().withBatch(BATCH))
                .time(() -> Instant.now().plus(ahead.get()))
                .node(name)
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        SweeperMain node = new SweeperMain(arguments[0], arguments[1]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(READY);
        node.set(lines.readLine());
        Thread sweeping = new Thread(node::sweep, "sweeping");
        sweeping.setDaemon(true);
        sweeping.start();
        lines.lines().forEach(node::set);
    }

    private void set(String instant) {
        ahead.set(Duration.between(Instant.now(), Instant.parse(instant)));
    }

    private void sweep() {
        while (true) {
            try {
                if (desk.sweepDeadlines().isIdle()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (RuntimeException failure) {
                System.err.println(Instant.now() + " " + failure);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
