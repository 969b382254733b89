package org.otklik.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A column title that may break at spaces and soft hyphens; immutable.
 *
 * @param title with soft hyphens
 */
record HeaderCell(String title) {

    private static final char SOFT_HYPHEN = '\u00ad';

    /** A piece that cannot be broken, and whether it goes on a word. */
    private record Piece(String text, boolean goesOn, boolean last) {

        int width() {
            return text.length() + (last ? 0 : 1);
        }
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (String word : List.of(title.split(" ", -1))) {
            List<String> parts = List.of(word.split(String.valueOf(SOFT_HYPHEN), -1));
            for (int i = 0; i < parts.size(); i++) {
                pieces.add(new Piece(TextLines.clean(parts.get(i)), i > 0, i == parts.size() - 1));
            }
        }
        return pieces;
    }

    int narrowest() {
        return pieces().stream().mapToInt(Piece::width).max().orElse(0);
    }

    /** Breaks the title into lines of a width that is at least the narrowest. */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        String current = "";
        for (Piece piece : pieces()) {
            String joint = current.isEmpty() || piece.goesOn() ? "" : " ";
            if (current.length() + joint.length() + piece.width() > width) {
                lines.add(piece.goesOn() ? current + "-" : current);
                current = piece.text();
            } else {
                current = current + joint + piece.text();
            }
        }
        lines.add(current);
        return lines;
    }
}
