package org.otklik.report;

import java.util.List;

/** The figures that everybody asks for first. */
record SummaryOutline(Report report, ReportWords words) {

    ReportSection section() {
        Spread answers = report.compliance().timeToAnswer();
        TableMaker maker = new TableMaker("summary", words).column("value", words.text("value"));
        line(maker, "signals", Cell.number(report.signals().total(), words));
        line(maker, "incidents", Cell.number(report.incidents().total(), words));
        if (report.incidents().imported() > 0) {
            line(maker, "imported", Cell.number(report.incidents().imported(), words));
        }
        line(maker, "posts", Cell.number(report.incidents().posts(), words));
        line(maker, "inTime", Cell.share(report.compliance().overall().timely(), words));
        line(maker, "median", Cell.duration(answers.median(), words));
        line(maker, "p90", Cell.duration(answers.p90(), words));
        line(maker, "instructions", Cell.share(report.instructions().positiveShare(), words));
        return new ReportSection("summary", words.text("section.summary"), List.of(), List.of(maker.table()));
    }

    private void line(TableMaker maker, String code, Cell value) {
        maker.row(code, words.text("summary." + code), value);
    }
}
