package org.otklik.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.otklik.IncidentDesk;
import org.otklik.PastIncident;
import org.otklik.PastIncidents.Taken;
import org.otklik.access.Actor;

/** One import on its way: reads rows, takes them over in batches, counts; for one thread. */
final class ImportRun implements RowSink {

    private static final int BATCH = 500;

    private final Path file;
    private final ImportColumns columns;
    private final KnownNames names;
    private final IncidentDesk desk;
    private final Actor actor;
    private final String system;
    private final RefusedRows refused;
    private final boolean trial;
    private final Unknowns unknowns = new Unknowns();
    private final ImportTally tally;
    private final List<Waiting> batch = new ArrayList<>();
    private Map<ImportField, Integer> places = Map.of();
    private int width;

    /** A row that was read and waits for its batch. */
    private record Waiting(long line, List<String> cells, PastIncident incident) {}

    ImportRun(
            Path file,
            ImportColumns columns,
            NameMapping mapping,
            IncidentDesk desk,
            Actor actor,
            String system,
            RefusedRows refused,
            boolean trial) {
        this.file = file;
        this.columns = columns;
        this.names = new KnownNames(desk.region(), mapping);
        this.desk = desk;
        this.actor = actor;
        this.system = system;
        this.refused = refused;
        this.trial = trial;
        this.tally = new ImportTally(desk.region().zone());
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void header(List<String> header) {
        places = columns.places(header, this);
        width = header.size();
        refused.header(header);
    }

    @Override
    public void row(long line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        tally.read();
        PastRow reader = new PastRow(places, names, new Moments(desk.region().zone()), unknowns);
        try {
            batch.add(new Waiting(line, cells, reader.read(cells)));
        } catch (PastRow.Unusable e) {
            refuse(line, cells, String.valueOf(e.getMessage()));
        }
        if (batch.size() == BATCH) {
            takeOver();
        }
    }

    @Override
    public void malformed(long line, String message) {
        tally.read();
        refuse(line, Collections.nCopies(width, ""), message);
    }

    private void refuse(long line, List<String> cells, String reason) {
        tally.refused(line, reason);
        refused.add(cells, line, reason);
    }

    private void takeOver() {
        List<PastIncident> incidents = batch.stream().map(Waiting::incident).toList();
        List<Taken> taken =
                desk.pastIncidents().take(actor, system, incidents, !trial).orThrow();
        for (int i = 0; i < taken.size(); i++) {
            Waiting row = batch.get(i);
            if (taken.get(i).verdict() == Taken.Verdict.REFUSED) {
                refuse(row.line(), row.cells(), taken.get(i).reason());
            } else {
                tally.taken(row.line(), row.incident(), taken.get(i).verdict());
            }
        }
        batch.clear();
    }

    ImportReport finish() {
        takeOver();
        return tally.report(unknowns.all());
    }
}
