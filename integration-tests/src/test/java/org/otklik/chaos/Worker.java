package org.otklik.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A process with a desk, which dies and is started anew; thread-safe. */
final class Worker {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Path log;
    private final String classPath;
    private final List<String> arguments;
    private final Faketime clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private Process process;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile int port;
    private volatile boolean retired;

    /**
     * Starts a worker.
     *
     * @param classPath that of this test, or of another version of the library
     */
    Worker(String name, Path folder, String classPath, List<String> arguments) throws IOException {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.classPath = classPath;
        this.arguments = arguments;
        this.clock = new Faketime(folder.resolve(name + ".clock"));
        start();
    }

    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    /** Returns how to start a small process of this JDK. */
    static List<String> command(String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    synchronized void start() throws IOException {
        port = 0;
        List<String> command = command(classPath, WorkerMain.class, name);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        clock.prepare(builder);
        process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader lines = process.inputReader();
        Thread reader = new Thread(() -> awaitPort(lines), name + "-port");
        reader.setDaemon(true);
        reader.start();
    }

    private void awaitPort(BufferedReader lines) {
        lines.lines()
                .filter(line -> line.startsWith(WorkerMain.READY))
                .forEach(line -> port = Integer.parseInt(line.substring(WorkerMain.READY.length())));
    }

    boolean isReady() {
        return port != 0 && !retired;
    }

    /** Lists why it did not do what it was asked. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Nobody asks it any more. */
    void retire() {
        retired = true;
    }

    synchronized void kill() {
        port = 0;
        process.destroyForcibly().onExit().join();
        clearAway();
    }

    /** Moves the clock of the process, running or not, where that is possible. */
    void moveClock(String by) throws IOException {
        clock.moveBy(by);
    }

    /** Ends the process in order. */
    synchronized void end() {
        port = 0;
        process.destroy();
        process.onExit().join();
        clearAway();
    }

    private void clearAway() {
        try {
            Faketime.clearAfter(process.pid());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a signal, such as STOP, which freezes the process as a long pause of its collector would. */
    synchronized void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks the worker; empty if it did not answer or failed. */
    Optional<String> ask(String path, String body) {
        if (port == 0) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            failures.add(path + ": " + answer.body());
            return Optional.empty();
        } catch (IOException dead) {
            failures.add(path + ": " + dead);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
