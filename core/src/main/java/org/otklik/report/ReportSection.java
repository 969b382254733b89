package org.otklik.report;

import java.util.List;

/**
 * A chapter of a report, the same for every export; immutable.
 *
 * @param code stable code
 * @param title its heading
 * @param notes sentences under the heading
 * @param tables in order
 */
record ReportSection(String code, String title, List<String> notes, List<ReportTable> tables) {

    ReportSection {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }
}
