package org.otklik.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.otklik.id.DraftId;

/** Citizens who write, a network that calls, and clerks who work, on any worker that answers; thread-safe. */
final class Load implements AutoCloseable {

    private static final List<String> COMPLAINTS = List.of(
            "В Заречинске на дороге у вокзала яма, машины бьются каждый день",
            "В Лугограде врач не пришёл в поликлинику, почему",
            "В Заречинске у дома не убран снег, пройти нельзя");

    private final FakeNetwork network;
    private final List<Worker> workers;
    private final int most;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<WirePost> unacknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<DraftId> approved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failedCommands = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final ReadWriteLock standing = new ReentrantReadWriteLock();
    private volatile boolean writes = true;
    private volatile boolean stopped;

    Load(FakeNetwork network, List<Worker> workers, int most, long seed) {
        this.network = network;
        this.workers = workers;
        this.most = most;
        this.random = new Random(seed);
    }

    void start() {
        threads.execute(() -> repeat(300, this::write));
        threads.execute(() -> repeat(60, this::call));
        threads.execute(() -> repeat(40, this::command));
        threads.execute(() -> repeat(40, this::command));
    }

    private void repeat(int millis, Runnable action) {
        while (!stopped) {
            standing.readLock().lock();
            try {
                action.run();
            } finally {
                standing.readLock().unlock();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    private Worker anyWorker() {
        List<Worker> ready = workers.stream().filter(Worker::isReady).toList();
        List<Worker> some = ready.isEmpty() ? workers : ready;
        return some.get(below(some.size()));
    }

    private void write() {
        if (writes && posts.get() < most) {
            int number = posts.incrementAndGet();
            String text = COMPLAINTS.get(below(COMPLAINTS.size())) + ", дом " + number + "?";
            WirePost post = new WirePost("p" + number, System.currentTimeMillis(), text);
            if (below(3) == 0) {
                unacknowledged.add(post);
            } else {
                network.add(post);
            }
        }
    }

    /** The network sends again until it hears that all is taken. */
    private void call() {
        List<WirePost> some = unacknowledged.stream().limit(1 + below(4)).toList();
        if (some.isEmpty()) {
            return;
        }
        String body = String.join("\n", some.stream().map(WirePost::line).toList());
        if (anyWorker().ask("/webhook", body).filter("ok"::equals).isPresent()) {
            some.forEach(post -> acknowledged.add(post.id()));
            unacknowledged.removeAll(some);
        }
    }

    private void command() {
        command(anyWorker(), "one");
    }

    /** True if there was something to do. */
    boolean command(Worker worker, String what) {
        commands.incrementAndGet();
        Optional<String> answer = worker.ask("/office", what);
        if (answer.isEmpty()) {
            failedCommands.addAndGet(stopped ? 0 : 1);
            return true;
        }
        String[] words = answer.get().split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                approved.add(DraftId.of(words[i]));
            }
        }
        return Boolean.parseBoolean(words[0]);
    }

    boolean isAllAcknowledged() {
        return unacknowledged.isEmpty();
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<DraftId> approved() {
        return approved;
    }

    int posts() {
        return posts.get();
    }

    int commands() {
        return commands.get();
    }

    int failedCommands() {
        return failedCommands.get();
    }

    /** What puts an older copy of the database back. */
    interface Restoring {
        void run() throws IOException, InterruptedException;
    }

    /** Stands still while an older copy is put back, and no longer counts on what was acknowledged and approved before. */
    void forgetWhile(Restoring restoring) throws IOException, InterruptedException {
        standing.writeLock().lock();
        try {
            acknowledged.clear();
            approved.clear();
            restoring.run();
        } finally {
            standing.writeLock().unlock();
        }
    }

    /** No more posts; what was written is still brought in. */
    void stopWriting() {
        writes = false;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
        Cluster.await("all who work have heard it", threads::isTerminated);
    }
}
