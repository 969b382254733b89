package org.otklik.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.otklik.post.NetworkId;

/** Counts of posts and incidents as tables. */
record CountOutline(Report report, ReportWords words, NetworkTitles networks) {

    private static final String COUNT = "count";

    ReportSection signals() {
        return new ReportSection(
                "signals",
                words.text("section.signals"),
                List.of(words.text("note.signals")),
                report.signals().lines().isEmpty() ? List.of() : List.of(signalTable()));
    }

    private ReportTable signalTable() {
        SignalCounts signals = report.signals();
        Set<String> states = new TreeSet<>();
        signals.lines().forEach(line -> states.add(line.state()));
        TableMaker maker = new TableMaker("signals", words).column("total", words.text("total"));
        states.forEach(state -> maker.column(state, words.code("signal", state)));
        for (CountTable.Line<NetworkId> network : signals.byNetwork().lines()) {
            maker.row(
                    network.key().code(),
                    networks.title(network.key()),
                    cells(network.count(), states, of(network.key())));
        }
        Map<String, Long> sums = new LinkedHashMap<>();
        signals.byState().lines().forEach(line -> sums.put(line.key(), line.count()));
        maker.row(ReportTable.TOTAL, words.text("total"), cells(signals.total(), states, sums));
        return footnoted(maker.table().charting(0), signals.byNetwork());
    }

    private ReportTable footnoted(ReportTable table, CountTable<NetworkId> counts) {
        return table.noting(networks.under(counts).toArray(String[]::new));
    }

    private Map<String, Long> of(NetworkId network) {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.signals().lines().stream()
                .filter(line -> line.network().equals(network))
                .forEach(line -> counts.put(line.state(), line.posts()));
        return counts;
    }

    private List<Cell> cells(long total, Set<String> states, Map<String, Long> counts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.number(total, words));
        states.forEach(state -> cells.add(Cell.number(counts.getOrDefault(state, 0L), words)));
        return cells;
    }

    ReportSection incidents() {
        IncidentCounts counts = report.incidents();
        ReportNames names = report.names();
        Locale locale = words.locale();
        return new ReportSection(
                "incidents",
                words.text("section.incidents"),
                List.of(words.text("note.incidents")),
                List.of(
                        table("rootTopics", counts.byRootTopic(), id -> names.topic(id, locale))
                                .charting(0),
                        table("topics", counts.byTopic(), id -> names.topic(id, locale)),
                        table("kinds", counts.byKind(), kind -> words.code("kind", kind))
                                .charting(0),
                        footnoted(
                                table("networks", counts.byNetwork(), networks::title)
                                        .charting(0),
                                counts.byNetwork()),
                        table("municipalities", counts.byMunicipality(), id -> names.place(id, locale))
                                .charting(0)
                                .noting(words.text("note.municipalities")),
                        table("states", counts.byState(), state -> words.code("state", state))
                                .charting(0),
                        table("severities", counts.bySeverity(), grave -> words.code("severity", grave))));
    }

    private <K> ReportTable table(String code, CountTable<K> counts, Function<K, String> name) {
        TableMaker maker = new TableMaker(code, words, COUNT, "share");
        long total = counts.total();
        for (CountTable.Line<K> line : counts.lines()) {
            maker.row(line.key().toString(), name.apply(line.key()), counted(line.count(), total));
        }
        if (counts.unknown() > 0) {
            maker.row("", words.text("unknown"), counted(counts.unknown(), total));
        }
        return maker.row(ReportTable.TOTAL, words.text("total"), counted(total, total))
                .table();
    }

    private List<Cell> counted(long count, long total) {
        return List.of(Cell.number(count, words), Cell.percent(new Share(count, total), words));
    }
}
