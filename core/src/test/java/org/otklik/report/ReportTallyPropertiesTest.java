package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.otklik.incident.Incident;

class ReportTallyPropertiesTest {

    @Property(tries = 100)
    void the_order_of_input_changes_no_rank_and_no_number(
            @ForAll long seed, @ForAll @IntRange(max = 80) int size, @ForAll long shuffle) {
        List<Incident> incidents = incidents(seed, size);
        List<Incident> shuffled = new ArrayList<>(incidents);
        Collections.shuffle(shuffled, new Random(shuffle));

        Report one = report(incidents);
        Report other = report(shuffled);

        assertEquals(one.work(), other.work());
        assertEquals(one.activity(), other.activity());
        assertEquals(one.incidents(), other.incidents());
        assertEquals(one.compliance(), other.compliance());
    }

    @Property(tries = 100)
    void every_round_is_counted_or_left_out_with_a_reason(@ForAll long seed, @ForAll @IntRange(max = 80) int size) {
        List<Incident> incidents = incidents(seed, size);

        Compliance compliance = report(incidents).compliance();

        Rounds overall = compliance.overall();
        long past = incidents.stream()
                .mapToLong(incident -> incident.pastCycles().size())
                .sum();
        assertEquals(size, compliance.present().all());
        assertEquals(past, compliance.past().all());
        assertEquals(overall.all(), overall.counted() + overall.excluded());
        assertTrue(overall.timely().part() <= overall.timely().whole());
        assertTrue(compliance.timeToAnswer().count() <= overall.counted());
    }

    @Property(tries = 100)
    void each_table_counts_every_incident_once(@ForAll long seed, @ForAll @IntRange(max = 80) int size) {
        IncidentCounts counts = report(incidents(seed, size)).incidents();

        assertEquals(size, counts.total());
        assertEquals(size, counts.byTopic().total());
        assertEquals(size, counts.byRootTopic().total());
        assertEquals(size, counts.byKind().total());
        assertEquals(size, counts.byNetwork().total());
        assertEquals(size, counts.byMunicipality().total());
        assertEquals(size, counts.bySeverity().total());
    }

    @Property(tries = 100)
    void ranks_follow_the_shares_and_leave_room_after_ties(@ForAll long seed, @ForAll @IntRange(max = 80) int size) {
        WorkRanking ranking = report(incidents(seed, size)).work();

        List<WorkRanking.Line> ranked = ranking.ranked();
        for (int i = 0; i < ranked.size(); i++) {
            WorkRanking.Line line = ranked.get(i);
            long better = ranked.stream()
                    .filter(other -> other.own().timely().compareTo(line.own().timely()) > 0)
                    .count();
            assertEquals(better + 1, line.rank());
            assertTrue(line.own().counted() >= ranking.minimumVolume());
        }
        assertTrue(ranking.notRanked().stream().allMatch(line -> line.own().counted() < ranking.minimumVolume()));
    }

    private static List<Incident> incidents(long seed, int size) {
        RandomCases cases = new RandomCases(seed);
        return IntStream.range(0, size).mapToObj(cases::incident).toList();
    }

    private static Report report(List<Incident> incidents) {
        ReportTally tally = SampleRegion.tally();
        incidents.forEach(
                incident -> assertTrue(tally.add(incident, 1 + incident.number().length() % 3)));
        return tally.finish();
    }
}
