package org.otklik.training;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;

/**
 * Takes the closed incidents of an earlier system over from a table, CSV or XLSX; immutable.
 *
 * <p>It reads row by row and takes over a few hundred at a time, so neither memory nor transactions grow with the table. An
 * incident is known by its number: an import that was cut off is simply begun again, and a second one changes nothing. No
 * row is lost without a word: each was taken over, was here before, or is refused with its line and a reason.
 */
public final class HistoryImport {

    private final IncidentDesk desk;
    private final Actor actor;
    private final String system;
    private final ImportColumns columns;
    private final NameMapping mapping;
    private final Optional<Path> refused;
    private final boolean trial;

    private HistoryImport(
            IncidentDesk desk,
            Actor actor,
            String system,
            ImportColumns columns,
            NameMapping mapping,
            Optional<Path> refused,
            boolean trial) {
        this.desk = desk;
        this.actor = actor;
        this.system = system;
        this.columns = columns;
        this.mapping = mapping;
        this.refused = refused;
        this.trial = trial;
    }

    /**
     * Prepares an import.
     *
     * @param desk where the incidents come to
     * @param actor who does it, with the right to {@link org.otklik.access.Operation#IMPORT_HISTORY}
     * @param system slug of the earlier system, always the same
     * @param columns where each field stands
     * @return the import
     */
    public static HistoryImport into(IncidentDesk desk, Actor actor, String system, ImportColumns columns) {
        return new HistoryImport(desk, actor, system, columns, NameMapping.empty(), Optional.empty(), false);
    }

    /**
     * Returns this import with what names are called here.
     *
     * @param names for topics, bodies and others that the region does not know by that name
     * @return a copy
     */
    public HistoryImport mapping(NameMapping names) {
        return new HistoryImport(desk, actor, system, columns, names, refused, trial);
    }

    /**
     * Returns this import with a file that gets every refused row, to be put right and imported by itself.
     *
     * @param file a CSV with the columns of the table and two more, the line and the reason; written over, and as
     *     worthy of protection as the table
     * @return a copy
     */
    public HistoryImport refusedTo(Path file) {
        return new HistoryImport(desk, actor, system, columns, mapping, Optional.of(file), trial);
    }

    /**
     * Returns this import as a trial that changes nothing.
     *
     * @return a copy
     */
    public HistoryImport trial() {
        return new HistoryImport(desk, actor, system, columns, mapping, refused, true);
    }

    /**
     * Reads a table by the ending of its name: {@code .csv} in UTF-8, or the first sheet of an {@code .xlsx}.
     *
     * @param file the table
     * @return what became of each row
     * @throws UnreadableHistoryException if the table cannot be used as a whole; what was taken over before stays
     * @throws org.otklik.access.RefusedException if the actor may not import
     */
    public ImportReport read(Path file) {
        return read(file, rows -> Tables.read(file, rows));
    }

    /**
     * Reads comma- or semicolon-separated values in another encoding.
     *
     * @param file the table
     * @param charset such as windows-1251
     * @return what became of each row
     * @throws UnreadableHistoryException if the table cannot be used as a whole
     */
    public ImportReport csv(Path file, Charset charset) {
        return read(file, rows -> CsvRows.read(file, charset, rows));
    }

    private interface Table {
        void read(RowSink rows) throws IOException;
    }

    private ImportReport read(Path file, Table table) {
        try (RefusedRows keeper = RefusedRows.to(refused)) {
            ImportRun run = new ImportRun(file, columns, mapping, desk, actor, system, keeper, trial);
            table.read(run);
            return run.finish();
        } catch (IOException e) {
            throw new UnreadableHistoryException(
                    "The history in " + file + " or the file for refused rows failed: "
                            + e.getClass().getSimpleName() + " " + e.getMessage() + ".",
                    e);
        }
    }
}
