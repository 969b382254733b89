package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.incident.IncidentState;
import org.otklik.post.NetworkId;
import org.otklik.sla.WorkCalendars;
import org.xml.sax.InputSource;

class ReportExportTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String HOSTILE = "<script>alert('1')</script>\"&=\u202e";

    @Test
    void a_hostile_name_is_only_text_in_the_page() {
        String page = ReportHtml.render(report(1, 60, HOSTILE), RUSSIAN);

        assertFalse(page.contains("<script"));
        assertFalse(page.contains("\u202e"));
        assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;="));
    }

    @Property(tries = 40)
    void the_page_is_well_formed_whatever_the_names_are(
            @ForAll @NotBlank @StringLength(max = 60) String name, @ForAll @IntRange(max = 30) int size)
            throws Exception {
        String page = ReportHtml.render(report(size, size, name), RUSSIAN);

        String xml = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void the_page_asks_for_nothing_outside_and_says_its_language() {
        String russian = ReportHtml.render(report(1, 60, "Тольятти"), RUSSIAN);
        String english = ReportHtml.render(report(1, 60, "Тольятти"), Locale.UK);

        assertTrue(russian.contains("<html lang=\"ru\">"));
        assertTrue(english.contains("<html lang=\"en\">"));
        for (String outside : List.of("<script", "<link", "<img", "http:", "https:", "@import", "src=")) {
            assertFalse(russian.contains(outside), outside);
        }
    }

    @Test
    void a_chart_shows_the_numbers_of_the_table_beside_it() {
        String page = ReportHtml.render(report(1, 60, "Тольятти"), RUSSIAN);

        String[] figures = page.split("<figure>", -1);
        assertTrue(figures.length > 8);
        for (String figure : Arrays.asList(figures).subList(1, figures.length)) {
            String table = figure.substring(figure.indexOf("<table>"), figure.indexOf("</table>"));
            Matcher number =
                    Pattern.compile("class=\"label number\"[^>]*>([^<]*)<").matcher(figure);
            while (number.find()) {
                assertTrue(table.contains("<td>" + number.group(1) + "</td>"), number.group(1));
            }
            assertTrue(table.contains("scope=\"col\"") && table.contains("scope=\"row\""));
        }
    }

    @Test
    void a_report_names_period_instant_zone_and_versions() {
        Report report = report(1, 10, "Тольятти");

        for (String text : List.of(ReportHtml.render(report, RUSSIAN), ReportText.render(report, RUSSIAN))) {
            for (String part : List.of(
                    "с 01.11.2025 04:00 до 01.12.2025 04:00",
                    "20.11.2025 12:00",
                    "Europe/Samara",
                    "samara-2025.11",
                    "rules-7",
                    ReportFrame.FORMULAS)) {
                assertTrue(text.contains(part), part);
            }
        }
        assertTrue(ReportCsv.render(report, RUSSIAN).contains("frame,asOf,По состоянию на,value,2025-11-20T08:00:00Z"));
    }

    @Property(tries = 60)
    void no_line_of_the_console_summary_is_wider_than_80_columns(
            @ForAll @NotBlank @StringLength(max = 120) String name,
            @ForAll @IntRange(max = 60) int size,
            @ForAll long seed) {
        Report report = report(seed, size, name);

        Stream.of(RUSSIAN, Locale.ENGLISH)
                .flatMap(locale ->
                        Arrays.stream(ReportText.render(report, locale).split("\n", -1)))
                .forEach(line -> assertTrue(line.length() <= ReportText.WIDTH, line));
    }

    @Test
    void many_and_long_codes_of_states_still_fit_the_console() {
        ReportTally tally = SampleRegion.tally();
        for (int i = 0; i < 20; i++) {
            tally.add(NetworkId.of("vk"), "A_STATE_OF_ANOTHER_STORAGE_" + i, 1_000_000_000L);
        }

        String text = ReportText.render(tally.finish(), RUSSIAN);

        assertTrue(text.lines().allMatch(line -> line.length() <= ReportText.WIDTH));
        assertTrue(text.contains("A_STATE_OF_ANOTHER_STORAGE_19"));
    }

    @Property
    void no_cell_of_the_csv_begins_a_formula_and_every_cell_reads_back(@ForAll @StringLength(max = 20) String text) {
        String cell = ReportCsv.cell(text);

        String back =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertTrue(back.isEmpty() || "=+-@\t\r\n".indexOf(back.charAt(0)) < 0, cell);
        assertTrue(back.equals(text) || back.equals("'" + text), cell);
    }

    @Test
    void formulas_in_cells_are_disarmed_and_quoted() {
        assertEquals("\"'=1+1\"", ReportCsv.cell("=1+1"));
        assertEquals("\"'@SUM(A1,\"\"x\"\")\"", ReportCsv.cell("@SUM(A1,\"x\")"));
        assertEquals("\"'\tx\"", ReportCsv.cell("\tx"));
        assertEquals("\"a,b\"", ReportCsv.cell("a,b"));
        assertEquals("Тольятти", ReportCsv.cell("Тольятти"));
    }

    @Test
    void every_csv_line_has_five_cells() {
        String csv = ReportCsv.render(report(1, 60, "Тольятти"), RUSSIAN);

        assertTrue(csv.endsWith("\r\n"));
        String cell = "([^\",]*|\"([^\"]|\"\")*\")";
        String line = cell + (',' + cell).repeat(4);
        csv.lines().forEach(one -> assertTrue(one.matches(line), one));
    }

    @Test
    void both_languages_name_every_code() {
        ResourceBundle russian = ResourceBundle.getBundle("org.otklik.report.report", Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle("org.otklik.report.report", Locale.ENGLISH);

        assertEquals(new TreeSet<>(russian.keySet()), new TreeSet<>(english.keySet()));
        named(russian, "kind", MessageKind.values());
        named(russian, "state", IncidentState.values());
        named(russian, "severity", Severity.values());
        named(russian, "verdict", RoundVerdict.values());
    }

    @Test
    void an_empty_report_is_still_a_report() {
        Report empty = SampleRegion.tally().finish();

        assertTrue(ReportHtml.render(empty, RUSSIAN).contains("нет данных"));
        assertTrue(ReportText.render(empty, RUSSIAN).contains("нет данных"));
        assertTrue(ReportCsv.render(empty, RUSSIAN).startsWith("table,row,name,measure,value\r\n"));
    }

    private static void named(ResourceBundle bundle, String prefix, Enum<?>... codes) throws MissingResourceException {
        for (Enum<?> code : codes) {
            assertFalse(bundle.getString(prefix + "." + code.name()).isBlank());
        }
    }

    private static Report report(long seed, int size, String name) {
        ReportNames names = SampleRegion.names(name, name, name);
        ReportTally tally = ReportTally.begin(SampleRegion.FRAME, names, WorkCalendars.of());
        RandomCases cases = new RandomCases(seed);
        for (int i = 0; i < size; i++) {
            tally.add(cases.incident(i), 1 + i % 4);
            tally.add(NetworkId.of(i % 2 == 0 ? "vk" : "ok"), i % 3 == 0 ? "PROMOTED" : "REJECTED", 1);
        }
        return tally.finish();
    }
}
