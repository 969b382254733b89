package org.otklik.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;

/**
 * How many posts a second come through each adapter from its fake in another process, beside a bare loop of Java's HTTP
 * client and Jackson that makes the very same calls; and whether memory stays flat over a million posts.
 */
final class Adapters {

    private static final int POSTS = 1_000_000;
    private static final int MEASURED = 100_000;

    /** After six rounds the compiler still takes a third of the adapters' time, of the shorter loop beside them nothing. */
    private static final int WARM_UP = 12;

    private static final int ROUNDS = 9;
    private static final String HOW = "median of " + ROUNDS + " rounds";
    private static final int PAGE = 200;
    private static final int STEPS = 10;

    private Adapters() {}

    static void run(Options options) throws Exception {
        int posts = options.count(POSTS);
        for (String network : options.networks(List.of("vk", "ok", "x"))) {
            try (FakeProcess fake = FakeProcess.of(network, posts)) {
                System.out.printf(Locale.ROOT, "%s: %,d posts in the fake, %s%n", network, posts, Machine.describe());
                compare(network, fake, Math.min(posts, MEASURED));
                memory(network, fake, posts);
            }
        }
    }

    /** In turn, so that what disturbs one disturbs the other. */
    private static void compare(String network, FakeProcess fake, int posts) throws Exception {
        Speeds ours = new Speeds();
        Speeds peers = new Speeds();
        BareLoop peer = new BareLoop();
        HttpTransport way = JdkHttpTransport.of(HttpSettings.standard());
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            RecordingTransport transport = new RecordingTransport(way);
            NetworkAdapter adapter = Benchmarked.adapter(network, fake, transport);
            Speeds.Run run = Speeds.begin();
            int read = read(adapter, posts, count -> {});
            ours.add(run, read);
            run = Speeds.begin();
            int texts = peer.run(transport.calls());
            peers.add(run, read);
            if (texts < read) {
                throw new IllegalStateException("The peer saw " + texts + " texts, the adapter " + read + " posts.");
            }
            if (round <= 0) {
                ours.clear();
                peers.clear();
            }
        }
        Result.print("adapters-" + network, ours.postsPerSecond(), peers.postsPerSecond(), "posts/s, " + HOW);
        Result.print("adapters-cpu-" + network, ours.cpuMicros(), peers.cpuMicros(), "CPU µs a post, " + HOW);
    }

    private static void memory(String network, FakeProcess fake, int posts) {
        NetworkAdapter adapter = Benchmarked.adapter(network, fake, JdkHttpTransport.of(HttpSettings.standard()));
        int tenth = posts / STEPS;
        long[] heap = new long[STEPS + 1];
        int[] next = {1};
        read(adapter, posts, count -> {
            while (next[0] <= STEPS && count >= (long) tenth * next[0]) {
                heap[next[0]++] = Machine.usedHeapAfterCollection();
            }
        });
        double first = heap[1] / 1e6;
        double last = heap[next[0] - 1] / 1e6;
        Result.print(
                "adapters-memory-" + network,
                last,
                first,
                "MB of heap after collection, at the end beside a tenth, n=" + posts);
    }

    /** Hears how far reading has come. */
    private interface Progress {
        void at(int count);
    }

    private static int read(NetworkAdapter adapter, int posts, Progress progress) {
        SourceId source = Benchmarked.source(adapter);
        Optional<Cursor> cursor = Optional.empty();
        int count = 0;
        boolean more = true;
        while (more && count < posts) {
            PostPage page = adapter.poll(source, cursor, PAGE);
            count += (int) page.changes().stream()
                    .filter(change -> change instanceof PostChange.Present)
                    .count();
            cursor = Optional.of(page.next());
            more = page.more();
            progress.at(count);
        }
        if (count < posts * 9L / 10) {
            throw new IllegalStateException("Only " + count + " of " + posts + " posts came through " + source + ".");
        }
        return count;
    }
}
