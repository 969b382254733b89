package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.desk.Traces;

/** No token is seen in a log of any level, in what the desk says, or in what is stored (P17). */
class TokensStayHiddenTest {

    @TempDir
    private Path directory;

    @Test
    void no_token_is_logged_told_or_stored_whatever_happens() throws IOException, InterruptedException {
        Path file = directory.resolve("canaries");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.provider=org.otklik.desk.CapturingLogs",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TokenCanaryRun.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertEquals(
                0,
                process.waitFor(),
                () -> String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
        List<String> canaries = Files.readAllLines(file);
        assertTrue(canaries.size() >= 15, canaries.toString());
        assertTrue(lines.stream().filter(line -> line.startsWith("LOG ")).count() > 200, "only " + lines.size());
        assertTrue(lines.stream().filter(line -> line.startsWith("SEEN ")).count() > 2_000, "only " + lines.size());
        for (String canary : canaries) {
            assertEquals(List.of(), Traces.of(canary, lines), canary);
            assertFalse(
                    Traces.of(canary, List.of("LOG DEBUG the token " + canary)).isEmpty());
        }
    }
}
