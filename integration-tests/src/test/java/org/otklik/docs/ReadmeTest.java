package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what there is. */
class ReadmeTest {

    private static final int LONGEST = 150;
    private static final int LONGEST_QUICK_START = 30;
    private static final String SOURCE =
            "examples/quickstart/src/main/java/org/otklik/examples/quickstart/QuickStart.java";
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    private final Document english = Document.of("README.md");
    private final Document russian = Document.of("README.ru.md");

    @Test
    void both_are_short() {
        assertTrue(english.lines().size() <= LONGEST);
        assertTrue(russian.lines().size() <= LONGEST);
    }

    @Test
    void the_quick_start_is_the_region_of_its_source() throws IOException {
        List<Document.Block> shown = english.blocks("java");

        assertEquals(1, shown.size());
        assertEquals(region(), shown.get(0).text());
        assertTrue(shown.get(0).lines().size() <= LONGEST_QUICK_START);
    }

    private static String region() throws IOException {
        List<String> lines = Files.readAllLines(Document.root().resolve(SOURCE));
        int begin = lines.indexOf("        // README begins");
        int end = lines.indexOf("        // README ends");
        return String.join("\n", lines.subList(begin + 1, end)).stripIndent();
    }

    @Test
    void the_russian_one_mirrors_the_english_one() {
        List<String> there = english.links().stream()
                .map(link -> link.equals("README.ru.md") ? "README.md" : link)
                .toList();

        assertEquals(english.headings(), russian.headings());
        assertEquals(
                english.blocks().stream().map(Document.Block::text).toList(),
                russian.blocks().stream().map(Document.Block::text).toList());
        assertEquals(there, russian.links());
    }

    @Test
    void every_module_of_the_build_stands_in_the_table() throws IOException {
        String pom = Files.readString(Document.root().resolve(Path.of("pom.xml")));
        TreeSet<String> modules = MODULE.matcher(pom)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(modules, new TreeSet<>(english.firstCells("| module | what it is for |")));
        assertEquals(modules, new TreeSet<>(russian.firstCells("| модуль | для чего |")));
    }
}
