package org.otklik.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.otklik.place.Population;

/** The two rankings as tables, each in its own chapter since they measure different people. */
record RankingOutline(Report report, ReportWords words) {

    private static final int RATE_DIGITS = 3;

    ReportSection activity() {
        ActivityRanking ranking = report.activity();
        List<ReportTable> tables = new ArrayList<>();
        tables.add(activityTable(ranking.ranked()));
        if (!ranking.withoutPopulation().isEmpty()) {
            tables.add(withoutPopulation(ranking.withoutPopulation()));
        }
        return new ReportSection("activity", words.text("section.activity"), activityNotes(ranking), tables);
    }

    private List<String> activityNotes(ActivityRanking ranking) {
        List<String> notes = new ArrayList<>();
        notes.add(words.text("note.activity"));
        notes.add(words.text(
                "note.unplaced", words.number(ranking.unplacedIncidents()), words.number(ranking.unplacedPosts())));
        imported().ifPresent(notes::add);
        String days = days(ranking);
        if (!days.isEmpty()) {
            notes.add(words.text("note.population", days));
        }
        return notes;
    }

    private Optional<String> imported() {
        long count = report.incidents().imported();
        return count == 0 ? Optional.empty() : Optional.of(words.text("note.imported", words.number(count)));
    }

    private String days(ActivityRanking ranking) {
        TreeSet<LocalDate> days = new TreeSet<>();
        ranking.ranked().forEach(line -> line.population().map(Population::asOf).ifPresent(days::add));
        return days.stream().map(words::day).collect(Collectors.joining(", "));
    }

    private ReportTable activityTable(List<ActivityRanking.Line> lines) {
        TableMaker maker = new TableMaker(
                        "activity", words, "rank", "perThousand", "posts", "incidents", "rankByPosts", "population")
                .detail("populationDate");
        lines.forEach(line -> maker.row(
                line.place().value(),
                place(line),
                Cell.rank(line.rank(), words),
                Cell.decimal(line.perThousand(), RATE_DIGITS, words),
                Cell.number(line.posts(), words),
                Cell.number(line.incidents(), words),
                Cell.rank(line.rankByPosts(), words),
                line.population()
                        .map(people -> Cell.number(people.count(), words))
                        .orElse(Cell.NONE),
                line.population().map(people -> Cell.day(people.asOf(), words)).orElse(Cell.NONE)));
        return maker.table().charting(1);
    }

    private ReportTable withoutPopulation(List<ActivityRanking.Line> lines) {
        TableMaker maker = new TableMaker("activityUnknown", words, "posts", "incidents");
        lines.forEach(line -> maker.row(
                line.place().value(),
                place(line),
                Cell.number(line.posts(), words),
                Cell.number(line.incidents(), words)));
        return maker.table();
    }

    private String place(ActivityRanking.Line line) {
        return report.names().place(line.place(), words.locale());
    }

    ReportSection work() {
        WorkRanking ranking = report.work();
        String minimum = words.number(ranking.minimumVolume());
        List<ReportTable> tables = new ArrayList<>();
        tables.add(workTable(ranking.ranked()));
        if (!ranking.notRanked().isEmpty()) {
            tables.add(notRankedTable(ranking));
        }
        String formula = words.text("note.work", report.frame().formulaVersion(), minimum);
        List<String> notes = new ArrayList<>(List.of(formula));
        imported().ifPresent(notes::add);
        return new ReportSection("work", words.text("section.work"), notes, tables);
    }

    private ReportTable workTable(List<WorkRanking.Line> lines) {
        TableMaker maker = new TableMaker(
                "work",
                words,
                "rank",
                "share",
                "inTime",
                "counted",
                "excluded",
                "redirectedInTime",
                "redirectedCounted");
        lines.forEach(line -> {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.rank(line.rank(), words));
            cells.add(Cell.percent(line.own().timely(), words));
            cells.addAll(numbers(line));
            maker.row(line.body().value(), body(line), cells);
        });
        return maker.table().charting(1);
    }

    private ReportTable notRankedTable(WorkRanking ranking) {
        TableMaker maker = new TableMaker(
                "workNotRanked", words, "inTime", "counted", "excluded", "redirectedInTime", "redirectedCounted");
        ranking.notRanked().forEach(line -> maker.row(line.body().value(), body(line), numbers(line)));
        return maker.table().noting(words.text("note.notRanked", words.number(ranking.minimumVolume())));
    }

    private String body(WorkRanking.Line line) {
        return report.names().body(line.body(), words.locale());
    }

    private List<Cell> numbers(WorkRanking.Line line) {
        return List.of(
                Cell.number(line.own().of(RoundVerdict.IN_TIME), words),
                Cell.number(line.own().counted(), words),
                Cell.number(line.own().excluded(), words),
                Cell.number(line.redirectedIn().of(RoundVerdict.IN_TIME), words),
                Cell.number(line.redirectedIn().counted(), words));
    }
}
