package org.otklik.examples.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.post.PostId;
import org.otklik.storage.jdbc.JdbcStorage;

/** What was answered with {@code ok} is stored, whenever the process dies. */
class KilledHostTest {

    @TempDir
    private Path folders;

    @Test
    void what_was_answered_is_stored_however_suddenly_the_host_dies() throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            Path folder = Files.createDirectory(folders.resolve("kill-" + kill));

            List<String> answered = answeredUntilTheKill(folder);

            assertTrue(answered.size() >= 100);
            Set<String> stored = stored(folder, answered);
            answered.removeAll(stored);
            assertEquals(List.of(), answered);
        }
    }

    private static List<String> answeredUntilTheKill(Path folder) throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HostMain.class.getName(),
                folder.toString(),
                "0",
                "n0b0dy-gu3ss3s");
        child.environment().put("OTKLIK_PSEUDONYM_KEY", "a key for tests, which is no secret");
        child.environment().put("OTKLIK_BOARD_SECRET", Board.KEY);
        Process host = child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = host.inputReader()) {
            int port = Integer.parseInt(String.valueOf(output.readLine()));
            Thread killer = new Thread(host::destroyForcibly);
            return send(port, killer);
        } finally {
            host.destroyForcibly().waitFor();
        }
    }

    private static List<String> send(int port, Thread killer) throws InterruptedException {
        List<String> answered = new ArrayList<>();
        try (Client client = new Client(port)) {
            for (int i = 0; ; i++) {
                if (answered.size() == 100) {
                    killer.start();
                }
                client.send(Board.genuine("post-" + i));
                if (client.status() != 200) {
                    break;
                }
                answered.add("post-" + i);
            }
        } catch (IOException died) {
            // What was not answered may or may not be stored: the network sends it again.
        }
        killer.join();
        return answered;
    }

    private static Set<String> stored(Path folder, List<String> ids) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(HostMain.address(folder.toString()));
        database.setUser("sa");
        try (JdbcStorage storage = JdbcStorage.over(database)) {
            return storage.transact(unit ->
                    unit
                            .posts()
                            .find(ids.stream().map(id -> PostId.of("board", id)).toList())
                            .keySet()
                            .stream()
                            .map(PostId::nativeId)
                            .collect(Collectors.toSet()));
        }
    }
}
