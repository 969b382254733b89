package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A {@link FakeHost} in a Java process of its own; ends when it is closed. */
final class FakeProcess implements AutoCloseable {

    private final Process process;
    private final URI address;
    private final Instant now;
    private final List<String> words;

    private FakeProcess(Process process, String[] ready) {
        this.process = process;
        this.address = URI.create(ready[1]);
        this.now = Instant.parse(ready[2]);
        this.words = List.of(ready).subList(3, ready.length);
    }

    static FakeProcess of(String network, int posts) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx6g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeHost.class.getName(),
                        network,
                        String.valueOf(posts)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("READY ")) {
            process.destroyForcibly();
            throw new IOException("The fake of " + network + " did not start: " + line);
        }
        return new FakeProcess(process, line.split(" ", -1));
    }

    URI address() {
        return address;
    }

    /** The time in the fake, after its last post. */
    Instant now() {
        return now;
    }

    String token() {
        return words.get(0);
    }

    /** What the fake says beside its token, from nought on. */
    String also(int number) {
        return words.get(1 + number);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
