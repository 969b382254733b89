package org.otklik.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project. */
record Document(Path path, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    /** A fenced block with its language and the line at which it begins. */
    record Block(String language, int line, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }
    }

    /** The folder of the wrapper, from wherever the tests run. */
    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = Objects.requireNonNull(at.getParent(), "The tests run outside the project.");
        }
        return at;
    }

    static Document of(String name) {
        return read(root().resolve(name));
    }

    /** The documents at the top and under docs. */
    static List<Document> all() {
        try (Stream<Path> top = Files.list(root());
                Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path path) {
        try {
            return new Document(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (begin >= 0) {
                    String language = lines.get(begin).substring(FENCE.length()).strip();
                    blocks.add(new Block(language, begin + 1, lines.subList(begin + 1, i)));
                }
                begin = begin >= 0 ? -1 : i;
            }
        }
        return blocks;
    }

    /** The lines outside of fenced blocks. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            boolean fence = line.startsWith(FENCE);
            if (!fence && !fenced) {
                prose.add(line);
            }
            fenced = fence != fenced;
        }
        return prose;
    }

    /** The depth of each heading, in order. */
    List<Integer> headings() {
        return prose().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.indexOf(' '))
                .toList();
    }

    /** The targets of links, in order. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (String line : prose()) {
            Matcher matcher = LINK.matcher(line);
            while (matcher.find()) {
                links.add(matcher.group(1));
            }
        }
        return links;
    }

    /** The first cells of a table's rows, without the backquotes; the table is named by its whole first line. */
    List<String> firstCells(String header) {
        int begin = lines.indexOf(header);
        if (begin < 0) {
            throw new IllegalArgumentException(path + " has no table that begins with " + header);
        }
        return lines.subList(begin + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1, line.indexOf('|', 1)).strip().replace("`", ""))
                .toList();
    }
}
