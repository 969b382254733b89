package org.otklik.training;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of an earlier system are called here; immutable.
 *
 * <p>As a file it is a CSV with the columns {@code field,name,count,id}: an import writes it with the names that it did
 * not know, a person fills in the ids, and the next import reads it. The id {@code -} takes the rows over without one.
 */
public final class NameMapping {

    /** The id of a name that is to be left out. */
    public static final String NONE = "-";

    private static final List<String> HEADER = List.of("field", "name", "count", "id");

    private final Map<ImportField, Map<String, String>> ids;

    private NameMapping(Map<ImportField, Map<String, String>> ids) {
        this.ids = ids;
    }

    /**
     * Returns a mapping that knows nothing.
     *
     * @return the mapping
     */
    public static NameMapping empty() {
        return new NameMapping(Map.of());
    }

    /**
     * Returns this mapping with one more name.
     *
     * @param field in which column it stands
     * @param name as it stands there
     * @param id what it is called here, or {@link #NONE}
     * @return a copy
     */
    public NameMapping with(ImportField field, String name, String id) {
        Map<ImportField, Map<String, String>> more = new HashMap<>(ids);
        Map<String, String> names = new HashMap<>(more.getOrDefault(field, Map.of()));
        names.put(key(name), id.strip());
        more.put(field, Map.copyOf(names));
        return new NameMapping(Map.copyOf(more));
    }

    /**
     * Reads a filled file; rows without an id are passed over.
     *
     * @param file a CSV in UTF-8
     * @return the mapping
     * @throws UnreadableHistoryException if it is no such file
     */
    public static NameMapping read(Path file) {
        Reading reading = new Reading(file);
        try {
            CsvRows.read(file, StandardCharsets.UTF_8, reading);
        } catch (IOException e) {
            throw reading.unreadable("cannot be read: " + e.getMessage(), e);
        }
        return reading.mapping;
    }

    private static final class Reading implements RowSink {

        private final Path file;
        private NameMapping mapping = empty();

        Reading(Path file) {
            this.file = file;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public void header(List<String> names) {
            if (!names.equals(HEADER)) {
                throw unreadable("needs the columns " + HEADER + " and has " + names, null);
            }
        }

        @Override
        public void row(long line, List<String> cells) {
            if (cells.get(3).isBlank()) {
                return;
            }
            try {
                ImportField field = ImportField.valueOf(cells.get(0).strip());
                mapping = mapping.with(field, cells.get(1), cells.get(3));
            } catch (IllegalArgumentException e) {
                throw unreadable("names no field in line " + line, e);
            }
        }

        @Override
        public void malformed(long line, String message) {
            throw unreadable("is broken in line " + line + ": " + message, null);
        }
    }

    /** Writes names for a person to fill in their ids. */
    static void write(Path file, Collection<UnknownName> names) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvLines.write(out, HEADER);
            for (UnknownName name : names) {
                CsvLines.write(out, List.of(name.field().name(), name.name(), Long.toString(name.count()), ""));
            }
        }
    }

    Optional<String> id(ImportField field, String name) {
        return Optional.ofNullable(ids.getOrDefault(field, Map.of()).get(key(name)));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
