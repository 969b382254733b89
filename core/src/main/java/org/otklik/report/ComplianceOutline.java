package org.otklik.report;

import java.util.List;

/** Answers in time, what was left out, times and turns as tables. */
record ComplianceOutline(Compliance compliance, Turns turns, ReportWords words) {

    private static final List<RoundVerdict> COUNTED =
            List.of(RoundVerdict.IN_TIME, RoundVerdict.LATE, RoundVerdict.OVERDUE);

    ReportSection section() {
        return new ReportSection(
                "compliance",
                words.text("section.compliance"),
                List.of(words.text("note.compliance")),
                List.of(rounds(), verdicts(), excluded(), times(), turnsTable()));
    }

    private ReportTable rounds() {
        TableMaker maker = new TableMaker("rounds", words, "inTime", "late", "overdue", "counted", "share");
        line(maker, "present", compliance.present());
        line(maker, "past", compliance.past());
        line(maker, "overall", compliance.overall());
        return maker.table();
    }

    private void line(TableMaker maker, String code, Rounds rounds) {
        maker.row(
                code,
                words.text("row." + code),
                number(rounds.of(RoundVerdict.IN_TIME)),
                number(rounds.of(RoundVerdict.LATE)),
                number(rounds.of(RoundVerdict.OVERDUE)),
                number(rounds.counted()),
                Cell.percent(rounds.timely(), words));
    }

    private ReportTable verdicts() {
        Rounds all = compliance.overall();
        TableMaker maker = new TableMaker("verdicts", words, "count", "share");
        for (RoundVerdict verdict : COUNTED) {
            maker.row(
                    verdict.name(),
                    words.code("verdict", verdict),
                    number(all.of(verdict)),
                    Cell.percent(new Share(all.of(verdict), all.counted()), words));
        }
        return maker.table().charting(0);
    }

    private ReportTable excluded() {
        Rounds all = compliance.overall();
        TableMaker maker = new TableMaker("excluded", words, "present", "past");
        for (RoundVerdict verdict : all.exclusions()) {
            maker.row(
                    verdict.name(),
                    words.code("verdict", verdict),
                    number(compliance.present().of(verdict)),
                    number(compliance.past().of(verdict)));
        }
        maker.row(
                ReportTable.TOTAL,
                words.text("total"),
                number(compliance.present().excluded()),
                number(compliance.past().excluded()));
        return maker.table()
                .noting(words.text(
                        "note.excluded",
                        words.number(all.counted()),
                        words.number(all.excluded()),
                        words.number(all.all())));
    }

    private ReportTable times() {
        TableMaker maker = new TableMaker("times", words, "measured", "median", "p90");
        spread(maker, "timeToAnswer", compliance.timeToAnswer());
        spread(maker, "detectionLag", compliance.detectionLag());
        return maker.table().noting(words.text("note.times"));
    }

    private void spread(TableMaker maker, String code, Spread spread) {
        maker.row(
                code,
                words.text("row." + code),
                number(spread.count()),
                Cell.duration(spread.median(), words),
                Cell.duration(spread.p90(), words));
    }

    private ReportTable turnsTable() {
        return new TableMaker("turns", words, "times", "incidents")
                .row(
                        "redirects",
                        words.text("row.redirects"),
                        number(turns.redirects()),
                        number(turns.redirectedIncidents()))
                .row("reworks", words.text("row.reworks"), number(turns.reworks()), number(turns.reworkedIncidents()))
                .row(
                        "reopenings",
                        words.text("row.reopenings"),
                        number(turns.reopenings()),
                        number(turns.reopenedIncidents()))
                .table();
    }

    private Cell number(long value) {
        return Cell.number(value, words);
    }
}
