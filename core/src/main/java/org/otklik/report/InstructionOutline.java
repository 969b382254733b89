package org.otklik.report;

import java.util.List;

/** Outcomes of instructions as tables. */
record InstructionOutline(InstructionOutcomes outcomes, ReportWords words) {

    ReportSection section() {
        String note = words.text(
                "note.instructions",
                words.number(outcomes.positive()),
                words.number(outcomes.confirmed()),
                words.number(outcomes.issued()));
        return new ReportSection(
                "instructions", words.text("section.instructions"), List.of(note), List.of(states(), confirmed()));
    }

    private ReportTable states() {
        TableMaker maker = new TableMaker("instructions", words, "count");
        line(maker, "issued", outcomes.issued());
        line(maker, "open", outcomes.open());
        line(maker, "overdue", outcomes.overdue());
        line(maker, "cancelled", outcomes.cancelled());
        line(maker, "confirmed", outcomes.confirmed());
        line(maker, "confirmedLate", outcomes.confirmedLate());
        return maker.table();
    }

    private void line(TableMaker maker, String code, long value) {
        maker.row(code, words.text("row." + code), Cell.number(value, words));
    }

    private ReportTable confirmed() {
        TableMaker maker = new TableMaker("outcomes", words, "count", "share");
        outcome(maker, "positive", outcomes.positive());
        outcome(maker, "partial", outcomes.partial());
        outcome(maker, "negative", outcomes.negative());
        return maker.table().charting(0);
    }

    private void outcome(TableMaker maker, String code, long value) {
        maker.row(
                code,
                words.text("row." + code),
                Cell.number(value, words),
                Cell.percent(new Share(value, outcomes.confirmed()), words));
    }
}
