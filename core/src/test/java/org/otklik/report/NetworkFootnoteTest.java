package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.NetworkId;
import org.otklik.post.NetworkName;
import org.otklik.post.NetworkNames;
import org.otklik.sla.WorkCalendars;

/** What the law wants to stand beside a network's name stands in every form of a report, and only where it must. */
class NetworkFootnoteTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String FORBIDDEN = "деятельность владельца, <Мета>, запрещена в России";
    private static final NetworkNames NAMES = NetworkNames.of(List.of(
            name("facebook", "Facebook", Optional.of(FORBIDDEN)),
            name("instagram", "Instagram", Optional.of(FORBIDDEN)),
            name("x", "Икс", Optional.of("заблокирована")),
            name("vk", "ВК", Optional.empty())));

    private static NetworkName name(String network, String title, Optional<String> footnote) {
        return new NetworkName(NetworkId.of(network), title, title + " (en)", footnote, Optional.empty());
    }

    private static Report report(String... networks) {
        ReportNames plain = SampleRegion.names();
        ReportNames names = new ReportNames(plain.topics(), plain.bodies(), plain.places(), NAMES);
        ReportTally tally = ReportTally.begin(SampleRegion.FRAME, names, WorkCalendars.of());
        for (String network : networks) {
            tally.add(NetworkId.of(network), "PROMOTED", 3);
        }
        return tally.finish();
    }

    @Test
    void a_name_is_marked_and_its_footnote_stands_under_the_table_of_the_page() {
        String page = ReportHtml.render(report("facebook", "vk"), RUSSIAN);

        assertTrue(page.contains(">Facebook*<"));
        assertTrue(page.contains("<p>* деятельность владельца, &lt;Мета&gt;, запрещена в России</p>"));
        assertTrue(page.contains(">ВК<"));
    }

    @Test
    void two_networks_with_one_footnote_share_its_mark_and_another_footnote_has_a_mark_of_its_own() {
        String text = ReportText.render(report("facebook", "instagram", "x"), RUSSIAN);

        assertTrue(text.contains("Facebook* "), text);
        assertTrue(text.contains("Instagram* "), text);
        assertTrue(text.contains("Икс** "), text);
        assertEquals(1, text.split("\\* деятельность", -1).length - 1, text);
        assertTrue(text.contains("** заблокирована"), text);
    }

    @Test
    void csv_carries_the_footnote_of_each_network_in_a_table_of_its_own() {
        String csv = ReportCsv.render(report("facebook", "instagram"), RUSSIAN);

        assertTrue(csv.contains("footnotes,facebook,Facebook*,text,\"" + FORBIDDEN + "\"\r\n"), csv);
        assertTrue(csv.contains("footnotes,instagram,Instagram*,text,\"" + FORBIDDEN + "\"\r\n"), csv);
    }

    @Test
    void a_report_without_the_network_has_no_footnote() {
        Report report = report("vk");

        assertFalse(ReportHtml.render(report, RUSSIAN).contains("запрещена"));
        assertFalse(ReportText.render(report, RUSSIAN).contains("запрещена"));
        assertFalse(ReportCsv.render(report, RUSSIAN).contains("footnotes"));
    }

    @Test
    void an_english_reader_sees_the_footnote_even_if_nobody_translated_it() {
        String page = ReportHtml.render(report("facebook"), Locale.ENGLISH);

        assertTrue(page.contains("Facebook (en)*"));
        assertTrue(page.contains("запрещена в России"));
    }
}
