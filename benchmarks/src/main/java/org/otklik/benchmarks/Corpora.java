package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The labelled sets: appeals of three regions and general posts beside the project, hard negatives inside it. */
public final class Corpora {

    static final String RYAZAN = "ryazan";
    static final String KURSK = "kursk";
    static final String PERM = "perm";
    static final String RUSENTIMENT = "rusentiment";
    static final String HARD = "hard-negatives";

    private final Path folder;

    /**
     * Opens the sets.
     *
     * @param folder where they lie
     */
    public Corpora(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The labelled sets are not at " + folder.toAbsolutePath().normalize()
                            + "; they lie beside the project and do not belong to it. Name their folder by -data.");
        }
        this.folder = folder;
    }

    List<Specimen> ryazan() {
        return read(RYAZAN, "ryazan/appeals.csv", true);
    }

    /**
     * Reads the appeals of the Kursk region.
     *
     * @return all of them
     */
    public List<Specimen> kursk() {
        return read(KURSK, "kursk/appeals.csv", true);
    }

    /**
     * Reads general posts, which are no appeals.
     *
     * @return all of them
     */
    public List<Specimen> general() {
        return read(RUSENTIMENT, "rusentiment/posts.csv", false);
    }

    /** All that detection is measured on. */
    List<Specimen> all() {
        List<Specimen> all = new ArrayList<>(ryazan());
        all.addAll(kursk());
        all.addAll(read(PERM, "perm/posts.csv", true));
        all.addAll(general());
        all.addAll(hardNegatives());
        return all;
    }

    static List<Specimen> hardNegatives() {
        return resource("hard-negatives.csv").stream()
                .map(row -> new Specimen(HARD, row.getOrDefault("text", ""), false, row))
                .toList();
    }

    static List<Map<String, String>> resource(String name) {
        InputStream stream = Objects.requireNonNull(Corpora.class.getResourceAsStream(name), name);
        try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return CsvTable.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table with a heading.
     *
     * @param reader its text
     * @return a row for each record, by the names of the columns
     */
    public static List<Map<String, String>> table(Reader reader) {
        try {
            return CsvTable.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Specimen> read(String source, String file, boolean appeal) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            return CsvTable.read(reader).stream()
                    .filter(row -> !row.getOrDefault("text", "").isBlank())
                    .map(row -> new Specimen(source, row.getOrDefault("text", ""), appeal, Map.copyOf(row)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
