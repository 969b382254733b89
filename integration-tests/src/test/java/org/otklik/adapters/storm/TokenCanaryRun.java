package org.otklik.adapters.storm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.otklik.desk.Traces;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.otklik.spi.WebhookRequest;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.Misbehaviour;

/**
 * Days of all adapters with canaries for tokens, good and bad: what a host can see goes to the standard output, which
 * the logs reach as well; the canaries go to a file.
 */
public final class TokenCanaryRun {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<String> seen = new ArrayList<>();
    private final Set<String> canaries = new LinkedHashSet<>();

    private TokenCanaryRun() {}

    /**
     * Does everything once.
     *
     * @param arguments the file for the canaries
     * @throws IOException if the file cannot be written
     * @throws SQLException if the database fails
     * @throws InterruptedException if somebody interrupts
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        TokenCanaryRun run = new TokenCanaryRun();
        for (Function<SettableClock, StormNetwork> kind : List.<Function<SettableClock, StormNetwork>>of(
                VkStorm::new, OkStorm::new, XStorm::new, XStorm::renewing, FacebookStorm::new, InstagramStorm::new)) {
            run.inMemory(kind);
            run.inDatabase(kind);
        }
        run.seen.forEach(line -> System.out.println("SEEN " + line.replace('\n', ' ')));
        Files.write(Path.of(arguments[0]), run.canaries, StandardCharsets.UTF_8);
    }

    private void inMemory(Function<SettableClock, StormNetwork> kind) throws InterruptedException {
        SettableClock time = SettableClock.startingAt(StormTown.MORNING);
        InMemoryStorage storage = InMemoryStorage.create(time);
        try (StormTown town = new StormTown(time, storage, List.of(kind))) {
            live(town, Set.of(Misbehaviour.values()));
        }
        seen.addAll(Traces.inMemory(storage));
    }

    private void inDatabase(Function<SettableClock, StormNetwork> kind) throws SQLException, InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        try (JdbcStorage storage = JdbcStorage.over(database)) {
            storage.migrate();
            SettableClock time = SettableClock.startingAt(StormTown.MORNING);
            try (StormTown town = new StormTown(time, storage, List.of(kind))) {
                live(town, Set.of(Misbehaviour.HTML, Misbehaviour.HALF));
            }
            seen.addAll(Traces.inDatabase(database));
        }
    }

    private void live(StormTown town, Set<Misbehaviour> troubles) throws InterruptedException {
        StormNetwork network = town.network();
        stream(town);
        PostId pit = town.approved(network);
        see(town.publish(Duration.ofMinutes(20)));
        see(network.repliesTo(pit));
        fail(town, troubles);
        die(town);
        hooks(town);
        NetworkAdapter adapter = network.adapter(wiring(town));
        adapter.attach(InMemoryContext.of(town.clock, town.safe));
        see(adapter);
        see(network.settings(wiring(town)));
        see(town.failures);
        canaries.addAll(town.safe.all());
    }

    private static StormNetwork.Wiring wiring(StormTown town) {
        return new StormNetwork.Wiring(town.network().server().address(), town.wire(town.network()), false);
    }

    private void see(Object what) {
        seen.add(String.valueOf(what));
    }

    /** Everything that breaks and every refusal, while there is something to read and to send. */
    private void fail(StormTown town, Set<Misbehaviour> troubles) {
        StormNetwork network = town.network();
        town.wire(network).hasty();
        town.clock.advance(Duration.ofHours(3));
        for (Misbehaviour how : troubles) {
            network.write("Сообщение " + how);
            network.server().keepMisbehaving(how);
            see(town.step());
            network.server().heal();
            town.clock.advance(Duration.ofMinutes(6));
        }
        network.annoy();
        for (int i = 0; i < 30; i++) {
            see(town.step());
            see(town.desk.publishDue());
            town.clock.advance(Duration.ofMinutes(6));
        }
        network.calm();
        health(town);
    }

    private void die(StormTown town) {
        StormNetwork network = town.network();
        network.kill(network.reader(), town.safe);
        network.kill(network.speaker(), town.safe);
        network.writeToSpeaker("Ещё вопрос");
        town.clock.advance(Duration.ofMinutes(6));
        see(town.step());
        health(town);
        network.renew(network.reader(), town.safe);
        network.renew(network.speaker(), town.safe);
        town.listen(20);
    }

    private void health(StormTown town) {
        town.desk.health().accounts(StormTown.COORDINATOR).orThrow().forEach(one -> {
            see(one);
            see(one.message(Locale.ENGLISH, ZoneOffset.UTC));
        });
        see(town.desk.health().queries(StormTown.COORDINATOR));
    }

    private void hooks(StormTown town) {
        StormNetwork network = town.network();
        WebhookRequest good = network.delivery("Вопрос по крючку").orElseThrow();
        see(good);
        see(town.desk.webhooks().receive(network.speaker(), good));
        see(town.desk.webhooks().receive(network.speaker(), forged(good, "forged" + good.query(), good.body())));
        see(town.desk.webhooks().receive(network.speaker(), forged(good, good.query(), half(good.body()))));
        see(town.desk.webhooks().receive(network.reader(), good));
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static WebhookRequest forged(WebhookRequest good, String query, byte[] body) {
        Map<String, List<String>> headers = good.headers();
        return WebhookRequest.of(good.method(), query, headers, body, good.remoteAddress());
    }

    /** A stream that is refused, and one that opens. */
    private void stream(StormTown town) throws InterruptedException {
        StormNetwork network = town.network();
        network.server().keepMisbehaving(Misbehaviour.HTML);
        stream(town, 1);
        network.server().heal();
        stream(town, 2);
        town.clock.advance(Duration.ofMinutes(6));
    }

    private void stream(StormTown town, int calls) throws InterruptedException {
        WatchedQuery pits = new WatchedQuery("pits", Set.of(), SearchExpression.parse("яма"));
        NetworkAdapter adapter = town.network().adapter(wiring(town));
        adapter.attach(InMemoryContext.of(town.clock, town.safe)
                .watching(new WatchList(town.network().pages(), List.of(pits))));
        Optional<Runnable> stream = town.network().stream(adapter);
        if (stream.isPresent()) {
            Wiretap wire = town.wire(town.network());
            int before = wire.calls().size();
            Thread host = new Thread(stream.get(), "stream");
            host.start();
            see("the stream made its calls: " + wire.await(before + calls, PATIENCE));
            close(stream.get());
            host.join(PATIENCE.toMillis());
        }
    }

    private static void close(Runnable stream) {
        try {
            ((AutoCloseable) stream).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
