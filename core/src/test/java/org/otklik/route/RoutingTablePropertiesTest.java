package org.otklik.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.otklik.id.BodyId;
import org.otklik.place.Scale;
import org.otklik.route.Route.Routed;

class RoutingTablePropertiesTest {

    private static final String[] BODIES = {
        "adm-{municipality}", "adm-{district}", "min-roads", "min-health", "old-roads", "adm-aldan", "adm-borok"
    };

    @Property(tries = 300)
    void the_order_of_rows_decides_nothing(
            @ForAll("rows") List<RoutingRow> rows, @ForAll("requests") RouteRequest request, @ForAll long seed) {
        List<RoutingRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(route(rows, request), route(shuffled, request));
    }

    @Property(tries = 300)
    void whoever_declined_is_not_asked_again_and_asking_comes_to_an_end(
            @ForAll("rows") List<RoutingRow> rows, @ForAll("requests") RouteRequest request) {
        Set<BodyId> asked = new HashSet<>();
        RouteRequest next = request;
        while (route(rows, next) instanceof Routed routed) {
            assertTrue(asked.add(routed.lead()), () -> routed.lead() + " was asked before");
            assertFalse(routed.nextCandidates().stream().anyMatch(asked::contains));
            assertFalse(routed.coExecutors().stream().anyMatch(next.declined()::contains));
            next = next.declinedBy(routed.lead());
        }
    }

    @Property(tries = 300)
    void every_body_of_a_route_works_in_the_desk_on_that_day(
            @ForAll("rows") List<RoutingRow> rows, @ForAll("requests") RouteRequest request) {
        if (route(rows, request) instanceof Routed routed) {
            List<BodyId> all = new ArrayList<>(routed.nextCandidates());
            all.add(routed.lead());
            all.addAll(routed.coExecutors());

            assertTrue(all.stream().allMatch(RoutingTablePropertiesTest::worksInNovember), () -> all.toString());
            assertEquals(all.size(), new HashSet<>(all).size());
        }
    }

    private static boolean worksInNovember(BodyId id) {
        return !id.equals(BodyId.of("old-roads")) && !id.equals(BodyId.of("police"));
    }

    private static Route route(List<RoutingRow> rows, RouteRequest request) {
        return TwoTowns.table(rows.toArray(new RoutingRow[0])).route(request);
    }

    @Provide
    Arbitrary<List<RoutingRow>> rows() {
        Arbitrary<String> bodies = Arbitraries.of(BODIES);
        Arbitrary<RoutingRow> row = Combinators.combine(
                        Arbitraries.of("roads", "roads.potholes", "health", "safety"),
                        bodies,
                        bodies.list().ofMaxSize(3),
                        bodies.list().ofMaxSize(2),
                        Arbitraries.of("", "krai", "aldan", "aldan.north", "borok"),
                        Arbitraries.of(Scale.values()).injectNull(0.6))
                .as(RoutingTablePropertiesTest::row);
        return row.list().ofMaxSize(8).map(RoutingTablePropertiesTest::numbered);
    }

    private static RoutingRow row(
            String topic, String lead, List<String> next, List<String> coExecutors, String place, Scale scale) {
        RoutingRow row = TwoTowns.with(
                TwoTowns.row("row", topic, lead, next.toArray(new String[0])), coExecutors.toArray(new String[0]));
        RoutingRow placed = place.isEmpty() ? row : TwoTowns.in(place, row);
        return scale == null ? placed : TwoTowns.forScale(scale, placed);
    }

    private static List<RoutingRow> numbered(List<RoutingRow> rows) {
        List<RoutingRow> numbered = new ArrayList<>();
        for (RoutingRow row : rows) {
            numbered.add(TwoTowns.named("row-" + numbered.size(), row));
        }
        return numbered;
    }

    @Provide
    Arbitrary<RouteRequest> requests() {
        return Combinators.combine(
                        Arbitraries.of("roads", "roads.potholes", "health", "safety"),
                        Arbitraries.of(Scale.values()),
                        Arbitraries.of("krai", "aldan", "aldan.north", "borok", "borok.mill")
                                .list()
                                .ofMaxSize(2))
                .as((topic, scale, places) ->
                        TwoTowns.request(topic, scale, TwoTowns.NOVEMBER, places.toArray(new String[0])));
    }
}
