package org.otklik.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that people wrote, from the folder beside the project, for measuring only; none is kept here. */
final class RealTexts {

    private static final List<String> FILES = List.of("kursk/appeals", "ryazan/appeals", "perm/posts");

    private RealTexts() {}

    /**
     * A text.
     *
     * @param id its file and its number there
     * @param text what it says
     */
    record RealText(String id, String text) {

        /** Half of the texts is for tuning, half for measuring. */
        boolean isForTuning() {
            return (((id.hashCode() * 0x9E3779B9) >>> 16) & 1) == 0;
        }
    }

    /** Reads all distinct texts; none where the folder is missing. */
    static List<RealText> read() throws IOException {
        Map<String, RealText> distinct = new LinkedHashMap<>();
        for (String file : FILES) {
            Path path = Path.of(System.getProperty("otklik.root", "."), "..", "shared", "data", file + ".csv");
            if (Files.exists(path)) {
                for (List<String> row : rows(Files.readString(path))) {
                    String text = row.get(1).replaceAll("<[^>]*>", " ").strip();
                    distinct.putIfAbsent(text, new RealText(file.substring(0, file.indexOf('/')) + row.get(0), text));
                }
            }
        }
        return List.copyOf(distinct.values());
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                field.append(twice ? "\"" : "");
                i += twice ? 1 : 0;
                quoted = twice || !quoted;
            } else if (quoted || (c != ',' && c != '\n')) {
                field.append(c);
            } else {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows.subList(1, rows.size());
    }
}
