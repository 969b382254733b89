package org.otklik.training;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Labelled posts of a region's past and the rows that could not be used; immutable.
 *
 * <p>A bad row is told with its line and left out; the others are used. Only what makes a whole file unusable throws.
 */
public final class History {

    private final List<LabelledPost> posts;
    private final List<RowMistake> mistakes;

    History(List<LabelledPost> posts, List<RowMistake> mistakes) {
        this.posts = List.copyOf(posts);
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Takes posts that the host has in hand.
     *
     * @param posts is read to its end
     * @return the history
     */
    public static History of(Stream<LabelledPost> posts) {
        return new History(posts.toList(), List.of());
    }

    /**
     * Reads a file by the ending of its name: {@code .csv}, {@code .xlsx}, {@code .jsonl} or {@code .ndjson}.
     *
     * @param file CSV and JSON Lines in UTF-8
     * @param columns where text and label stand
     * @return the history
     * @throws UnreadableHistoryException if the file cannot be used as a whole
     */
    public static History read(Path file, Columns columns) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return csv(file, StandardCharsets.UTF_8, columns);
        }
        if (name.endsWith(".xlsx")) {
            return xlsx(file, columns);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return jsonLines(file, columns);
        }
        throw new UnreadableHistoryException(
                "The name of " + file + " ends in none of .csv, .xlsx, .jsonl, .ndjson: call the method of its kind.",
                null);
    }

    /**
     * Reads comma- or semicolon-separated values; the first line names the columns.
     *
     * @param file with or without a byte order mark
     * @param charset the encoding, such as UTF-8 or windows-1251
     * @param columns where text and label stand
     * @return the history
     * @throws UnreadableHistoryException if the file cannot be used as a whole
     */
    public static History csv(Path file, Charset charset, Columns columns) {
        return read(file, columns, rows -> CsvRows.read(file, charset, rows));
    }

    /**
     * Reads the first sheet of a workbook; its first row names the columns.
     *
     * @param file in the format of Excel 2007 and later
     * @param columns where text and label stand
     * @return the history
     * @throws UnreadableHistoryException if the file cannot be used as a whole
     */
    public static History xlsx(Path file, Columns columns) {
        return read(file, columns, rows -> XlsxRows.read(file, rows));
    }

    /**
     * Reads one JSON object a line.
     *
     * @param file in UTF-8; empty lines are passed over
     * @param columns the fields in which text and label stand
     * @return the history
     * @throws UnreadableHistoryException if the file cannot be used as a whole
     */
    public static History jsonLines(Path file, Columns columns) {
        return read(file, columns, rows -> JsonRows.read(file, rows));
    }

    private interface Source {

        void read(RowCollector rows) throws IOException;
    }

    private static History read(Path file, Columns columns, Source source) {
        RowCollector rows = new RowCollector(file, columns);
        try {
            source.read(rows);
        } catch (IOException e) {
            throw rows.unreadable("cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
        return rows.history();
    }

    /**
     * Puts another history behind this one; of copies the first counts, so put what is newer or surer in front.
     *
     * @param others the other history, labelled alike
     * @return both as one
     */
    public History and(History others) {
        List<LabelledPost> allPosts = new ArrayList<>(posts);
        List<RowMistake> allMistakes = new ArrayList<>(mistakes);
        allPosts.addAll(others.posts);
        allMistakes.addAll(others.mistakes);
        return new History(allPosts, allMistakes);
    }

    /**
     * Returns the rows that can be used.
     *
     * @return in the order of the source
     */
    public List<LabelledPost> posts() {
        return posts;
    }

    /**
     * Returns the rows that cannot be used.
     *
     * @return in the order of the source
     */
    public List<RowMistake> mistakes() {
        return mistakes;
    }

    @Override
    public String toString() {
        return posts.size() + " labelled posts, " + mistakes.size() + " rows left out";
    }
}
