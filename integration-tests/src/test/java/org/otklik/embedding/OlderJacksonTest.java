package org.otklik.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host that is bound to Jackson 2.15 embeds the library; the build puts the older jars into the target folder. */
class OlderJacksonTest {

    private static final Path OLDER = Path.of("target", "jackson-2.15");

    @Test
    void the_main_job_runs_beside_the_oldest_jackson() throws IOException, InterruptedException {
        List<Path> classPath = new ArrayList<>(older());
        TestClassPath.entries().stream()
                .filter(entry -> !entry.getFileName().toString().startsWith("jackson-"))
                .forEach(classPath::add);

        String output = ChildJvm.run(List.of("-cp", TestClassPath.join(classPath), MainJob.class.getName()));

        assertEquals(ChildJvm.MAIN_JOB_DONE, output);
    }

    @Test
    void the_jars_beside_which_it_runs_are_the_older_ones() throws IOException {
        List<String> names =
                older().stream().map(path -> path.getFileName().toString()).toList();

        assertEquals(3, names.size());
        assertTrue(names.stream()
                .allMatch(name -> name.matches("jackson-(annotations|core|databind)-2\\.15\\.\\d+\\.jar")));
    }

    private static List<Path> older() throws IOException {
        try (Stream<Path> jars = Files.list(OLDER)) {
            return jars.sorted().toList();
        }
    }
}
