package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Core's POM lets Maven write down which jars it needs at run time. */
class CoreClassPathTest {

    private static final Set<String> ALL = new TreeSet<>(Set.of(
            "caffeine",
            "error_prone_annotations",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jspecify",
            "slf4j-api"));

    @Test
    void core_brings_these_jars_and_no_other() throws IOException {
        String resolved = Files.readString(Document.root().resolve("core/target/runtime-class-path.txt"));

        Set<String> names = Stream.of(resolved.strip().split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-\\d.*\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(ALL, names);
    }

    @Test
    void the_readme_gives_a_reason_for_each() {
        assertEquals(ALL, new TreeSet<>(Document.of("README.md").firstCells("| jar | why |")));
        assertEquals(ALL, new TreeSet<>(Document.of("README.ru.md").firstCells("| jar | зачем |")));
    }
}
