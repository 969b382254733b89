package org.otklik.training;

import java.io.IOException;
import java.nio.file.Path;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.report.ReportPeriod;

/**
 * Compares what the desk decided with what an earlier system did with the same posts, while both hear them; immutable.
 *
 * <p>The table is that of an import, and its rows must name posts as the desk's adapters do. Nothing is changed. What was
 * imported from the earlier system is no decision of the desk and is left out.
 */
public final class ShadowComparison {

    private final IncidentDesk desk;
    private final Actor actor;
    private final ImportColumns columns;
    private final NameMapping mapping;

    private ShadowComparison(IncidentDesk desk, Actor actor, ImportColumns columns, NameMapping mapping) {
        this.desk = desk;
        this.actor = actor;
        this.columns = columns;
        this.mapping = mapping;
    }

    /**
     * Prepares a comparison.
     *
     * @param desk the desk
     * @param actor who may read incidents and posts in review, such as a coordinator or an auditor
     * @param columns where each field stands; {@link ImportField#NETWORK} and {@link ImportField#POST_ID} are needed
     * @param mapping what names of the other system are called here
     * @return the comparison
     * @throws IllegalArgumentException if the columns name no posts
     */
    public static ShadowComparison of(IncidentDesk desk, Actor actor, ImportColumns columns, NameMapping mapping) {
        if (columns.name(ImportField.NETWORK).isEmpty()
                || columns.name(ImportField.POST_ID).isEmpty()) {
            throw new IllegalArgumentException("A comparison needs the columns of network and post id.");
        }
        return new ShadowComparison(desk, actor, columns, mapping);
    }

    /**
     * Compares a table with the desk.
     *
     * @param file a CSV in UTF-8 or an XLSX
     * @param period what was registered in it, there and here
     * @return the differences
     * @throws UnreadableHistoryException if the table cannot be used as a whole
     * @throws org.otklik.access.RefusedException if the actor may not read what is needed
     */
    public ShadowReport compare(Path file, ReportPeriod period) {
        ShadowRun run = new ShadowRun(file, columns, mapping, desk, actor, period);
        try {
            Tables.read(file, run);
        } catch (IOException e) {
            throw run.unreadable("cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
        return run.finish();
    }
}
