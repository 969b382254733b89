package org.otklik.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each field stands in the table of an earlier system; immutable. */
public final class ImportColumns {

    private final Map<ImportField, String> names;

    private ImportColumns(Map<ImportField, String> names) {
        this.names = names;
    }

    /**
     * Starts from the two columns that every table must have.
     *
     * @param number name of the column with the incident's number
     * @param registeredAt name of the column with the time of registration
     * @return the columns
     */
    public static ImportColumns of(String number, String registeredAt) {
        return new ImportColumns(Map.of())
                .with(ImportField.NUMBER, number)
                .with(ImportField.REGISTERED_AT, registeredAt);
    }

    /**
     * Returns these columns with one more.
     *
     * @param field what it holds
     * @param name what stands in the first line of the table
     * @return a copy
     */
    public ImportColumns with(ImportField field, String name) {
        Map<ImportField, String> more = new EnumMap<>(ImportField.class);
        more.putAll(names);
        more.put(field, name.strip());
        return new ImportColumns(Collections.unmodifiableMap(more));
    }

    /**
     * Tells the name of a column.
     *
     * @param field what it holds
     * @return the name, if the table has it
     */
    public Optional<String> name(ImportField field) {
        return Optional.ofNullable(names.get(field));
    }

    /** Finds the columns among those of a file. */
    Map<ImportField, Integer> places(List<String> header, RowSink rows) {
        Map<ImportField, Integer> places = new EnumMap<>(ImportField.class);
        names.forEach((field, name) -> {
            int place = header.indexOf(name);
            if (place < 0) {
                throw rows.unreadable(
                        "has no column '" + name + "'; it has " + header + ". Name the columns as the file does", null);
            }
            places.put(field, place);
        });
        return places;
    }
}
