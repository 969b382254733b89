package org.otklik.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report put into words and tables once, so that page, console and CSV show the same numbers; immutable.
 *
 * @param title heading of the whole
 * @param frame what is shown on top: label and value, by code
 * @param sections in order
 * @param networks names of networks with their footnotes
 * @param words the reader's language
 */
record ReportOutline(
        String title,
        Map<String, String> frame,
        List<ReportSection> sections,
        NetworkTitles networks,
        ReportWords words) {

    static ReportOutline of(Report report, Locale locale) {
        ReportWords words = new ReportWords(locale, report.frame().zone());
        String region = report.names().region(words.locale());
        NetworkTitles networks = new NetworkTitles(report, words);
        return new ReportOutline(
                region.isEmpty() ? words.text("title") : words.text("title.of", region),
                frame(report.frame(), words),
                List.of(
                        new SummaryOutline(report, words).section(),
                        new CountOutline(report, words, networks).signals(),
                        new CountOutline(report, words, networks).incidents(),
                        new ComplianceOutline(
                                        report.compliance(), report.incidents().turns(), words)
                                .section(),
                        new RankingOutline(report, words).activity(),
                        new RankingOutline(report, words).work(),
                        new InstructionOutline(report.instructions(), words).section()),
                networks,
                words);
    }

    private static Map<String, String> frame(ReportFrame frame, ReportWords words) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "period",
                words.text(
                        "frame.period.value",
                        words.instant(frame.period().from()),
                        words.instant(frame.period().before())));
        lines.put("asOf", words.instant(frame.asOf()));
        lines.put("zone", frame.zone().getId());
        lines.put("pack", frame.packVersion());
        lines.put("rules", frame.rulesVersion());
        lines.put("formulas", frame.formulaVersion());
        return lines;
    }
}
