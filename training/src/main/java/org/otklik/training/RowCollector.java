package org.otklik.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.post.PostBuilder;

/** Takes the rows of one file, checks each, and keeps what is wrong with its line; for one thread. */
final class RowCollector implements RowSink {

    private static final int LONGEST_LABEL = 1_000;

    private final Path file;
    private final Columns columns;
    private final List<LabelledPost> posts = new ArrayList<>();
    private final List<RowMistake> mistakes = new ArrayList<>();
    private int text;
    private int label;

    RowCollector(Path file, Columns columns) {
        this.file = file;
        this.columns = columns;
    }

    Columns columns() {
        return columns;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void header(List<String> names) {
        for (String wanted : List.of(columns.text(), columns.label())) {
            if (!names.contains(wanted)) {
                throw unreadable(
                        "has no column '" + wanted + "'; it has " + names + ". Name the columns as the file does",
                        null);
            }
        }
        text = names.indexOf(columns.text());
        label = names.indexOf(columns.label());
    }

    @Override
    public void row(long line, List<String> cells) {
        add(line, cells.get(text), cells.get(label));
    }

    @Override
    public void malformed(long line, String message) {
        mistake(line, message);
    }

    void add(long line, @Nullable String text, @Nullable String label) {
        String mistake = mistake(text, label);
        if (mistake == null && text != null && label != null) {
            posts.add(new LabelledPost(text, label));
        } else {
            mistake(line, String.valueOf(mistake));
        }
    }

    private @Nullable String mistake(@Nullable String text, @Nullable String label) {
        if (text == null || text.isBlank()) {
            return "The column '" + columns.text() + "' is empty; the row is left out.";
        }
        if (label == null || label.isBlank()) {
            return "The column '" + columns.label() + "' is empty; label the row to learn from it.";
        }
        if (text.length() > PostBuilder.LONGEST_TEXT) {
            return "The text has " + text.length() + " characters, more than the " + PostBuilder.LONGEST_TEXT
                    + " of a post; shorten it to learn from it.";
        }
        return label.length() > LONGEST_LABEL
                ? "The label has " + label.length() + " characters; are the columns the right ones?"
                : null;
    }

    void mistake(long line, String message) {
        mistakes.add(new RowMistake(line, message));
    }

    History history() {
        return new History(posts, mistakes);
    }
}
