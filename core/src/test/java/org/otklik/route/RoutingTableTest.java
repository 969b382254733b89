package org.otklik.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.otklik.route.TwoTowns.during;
import static org.otklik.route.TwoTowns.forScale;
import static org.otklik.route.TwoTowns.in;
import static org.otklik.route.TwoTowns.request;
import static org.otklik.route.TwoTowns.row;
import static org.otklik.route.TwoTowns.table;
import static org.otklik.route.TwoTowns.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.place.Location;
import org.otklik.place.Scale;
import org.otklik.route.Route.Routed;
import org.otklik.route.Route.Unroutable;
import org.otklik.route.Route.Unroutable.Reason;

class RoutingTableTest {

    private static final String MUNICIPALITY = "adm-{municipality}";
    private static final String DISTRICT = "adm-{district}";

    @Test
    void a_pothole_goes_to_the_administration_of_its_town_by_the_row_of_the_topic_above() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY, "min-roads"));

        Routed route = routed(table, request("roads.potholes", "borok.spring"));

        assertEquals(BodyId.of("adm-borok"), route.lead());
        assertEquals(List.of(BodyId.of("min-roads")), route.nextCandidates());
        assertEquals("roads", route.ruleId());
        assertEquals("pack-1", route.packVersion());
        assertThat(route.reasons())
                .containsExactly(RouteReason.PARENT_TOPIC, RouteReason.WHOLE_REGION, RouteReason.MUNICIPALITY);
        assertThat(route.confidence()).isBetween(0.5, 0.9);
    }

    @Test
    void a_deeper_topic_wins_over_a_nearer_place() {
        RoutingTable table = table(
                in("borok", row("roads-borok", "roads", "adm-borok")), row("potholes", "roads.potholes", "min-roads"));

        assertEquals(
                "potholes", routed(table, request("roads.potholes", "borok")).ruleId());
        assertEquals("roads-borok", routed(table, request("roads", "borok")).ruleId());
    }

    @Test
    void of_two_rows_for_a_topic_the_one_with_the_nearer_place_wins() {
        RoutingTable table =
                table(in("krai", row("krai", "roads", "min-roads")), in("aldan", row("aldan", "roads", "adm-aldan")));

        assertEquals("aldan", routed(table, request("roads", "aldan.north")).ruleId());
        assertEquals("krai", routed(table, request("roads", "borok")).ruleId());
    }

    @Test
    void a_regional_matter_goes_to_the_ministry_and_needs_no_place() {
        RoutingTable table = table(
                row("roads", "roads", MUNICIPALITY),
                forScale(Scale.REGIONAL, row("roads-region", "roads", "min-roads", MUNICIPALITY)));

        Routed regional = routed(table, request("roads", Scale.REGIONAL, TwoTowns.NOVEMBER));

        assertEquals(BodyId.of("min-roads"), regional.lead());
        assertThat(regional.reasons()).contains(RouteReason.SCALE);
        assertEquals("roads", routed(table, request("roads", "aldan")).ruleId());
    }

    @Test
    void a_federal_road_in_a_town_with_rows_of_its_own_is_still_federal() {
        RoutingTable table = table(
                in("aldan", row("roads-aldan", "roads", "adm-aldan")),
                forScale(Scale.FEDERAL, row("roads-federal", "roads", "police")));

        assertEquals(
                Reason.FEDERAL_EXTERNAL,
                unroutable(table, request("roads", Scale.FEDERAL, TwoTowns.NOVEMBER, "aldan"))
                        .reason());
        assertEquals("roads-aldan", routed(table, request("roads", "aldan")).ruleId());
    }

    @Test
    void a_matter_that_names_the_region_as_its_place_is_a_regional_one() {
        RoutingTable table = table(
                row("roads", "roads", MUNICIPALITY),
                forScale(Scale.REGIONAL, row("roads-region", "roads", "min-roads")));

        assertEquals("roads-region", routed(table, request("roads", "krai")).ruleId());
    }

    @Test
    void a_page_of_the_region_alone_makes_no_matter_regional() {
        RoutingTable table = table(
                row("roads", "roads", MUNICIPALITY),
                forScale(Scale.REGIONAL, row("roads-region", "roads", "min-roads")));

        assertEquals(
                Reason.NO_PLACE,
                unroutable(table, TwoTowns.byPage(request("roads", "krai"))).reason());
    }

    @Test
    void a_yard_goes_to_the_inner_district_and_to_the_town_when_the_district_is_not_named() {
        RoutingTable table =
                table(row("roads", "roads", MUNICIPALITY), in("aldan", row("yards", "roads", DISTRICT, "adm-aldan")));

        Routed named = routed(table, request("roads", "aldan.north"));
        Routed unnamed = routed(table, request("roads", "aldan"));

        assertEquals(BodyId.of("adm-aldan.north"), named.lead());
        assertEquals(List.of(BodyId.of("adm-aldan")), named.nextCandidates());
        assertEquals(BodyId.of("adm-aldan"), unnamed.lead());
        assertThat(unnamed.reasons()).contains(RouteReason.DISTRICT_NOT_KNOWN);
    }

    @Test
    void a_body_that_declined_is_passed_over_until_none_is_left() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY, "min-roads"));
        RouteRequest first = request("roads", "aldan");

        Routed second = routed(table, first.declinedBy(BodyId.of("adm-aldan")));
        Unroutable third =
                unroutable(table, first.declinedBy(BodyId.of("adm-aldan")).declinedBy(BodyId.of("min-roads")));

        assertEquals(BodyId.of("min-roads"), second.lead());
        assertThat(second.reasons()).contains(RouteReason.DECLINED_BEFORE);
        assertThat(second.confidence()).isLessThan(routed(table, first).confidence());
        assertEquals(Reason.ALL_DECLINED, third.reason());
        assertEquals(Optional.of("roads"), third.ruleId());
    }

    @Test
    void a_row_holds_from_its_first_to_its_last_day_in_the_regions_zone() {
        Validity spring = new Validity(Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(LocalDate.of(2026, 5, 31)));
        RoutingTable table =
                table(row("always", "roads", "min-roads"), during(spring, row("spring", "roads", "adm-aldan")));

        assertEquals("always", ruleOn(table, "2026-02-28T23:59:59Z"));
        assertEquals("spring", ruleOn(table, "2026-03-01T00:00:00Z"));
        assertEquals("spring", ruleOn(table, "2026-05-31T23:59:59Z"));
        assertEquals("always", ruleOn(table, "2026-06-01T00:00:00Z"));
    }

    @Test
    void an_abolished_body_is_passed_over_and_named_as_the_reason_when_it_was_the_only_one() {
        RoutingTable alone = table(row("old", "roads", "old-roads"));
        RoutingTable followed = table(row("old", "roads", "old-roads", MUNICIPALITY));

        assertEquals(
                Reason.BODY_INACTIVE,
                unroutable(alone, request("roads", "aldan")).reason());
        Routed route = routed(followed, request("roads", "aldan"));
        assertEquals(BodyId.of("adm-aldan"), route.lead());
        assertThat(route.reasons()).contains(RouteReason.INACTIVE_BODY);
        assertEquals(
                BodyId.of("old-roads"),
                routed(alone, request("roads", Scale.MUNICIPAL, Instant.parse("2026-06-30T12:00:00Z"), "aldan"))
                        .lead());
    }

    @Test
    void a_matter_without_place_waits_for_a_person() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY, "min-roads"));

        Unroutable route = unroutable(table, request("roads"));

        assertEquals(Reason.NO_PLACE, route.reason());
        assertEquals(Optional.of("roads"), route.ruleId());
    }

    @Test
    void a_matter_with_two_possible_towns_waits_with_both_administrations_as_candidates() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY));

        Unroutable route = unroutable(table, request("roads", "aldan", "borok"));

        assertEquals(Reason.AMBIGUOUS_PLACE, route.reason());
        assertThat(route.candidates()).containsExactly(BodyId.of("adm-aldan"), BodyId.of("adm-borok"));
    }

    @Test
    void two_possible_villages_of_one_municipality_leave_no_doubt() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY));

        assertEquals(
                BodyId.of("adm-borok"),
                routed(table, request("roads", "borok.spring", "borok.mill")).lead());
    }

    @Test
    void a_body_outside_the_desk_is_named_to_a_person_with_those_who_could_help() {
        RoutingTable table = table(row("safety", "safety", "police", MUNICIPALITY));

        Unroutable route = unroutable(table, request("safety", "aldan"));

        assertEquals(Reason.FEDERAL_EXTERNAL, route.reason());
        assertThat(route.candidates()).containsExactly(BodyId.of("police"), BodyId.of("adm-aldan"));
    }

    @Test
    void co_executors_take_part_where_they_are_known_active_and_competent() {
        RoutingTable table =
                table(with(row("health", "health", "min-health"), MUNICIPALITY, "old-roads", "police", "adm-borok"));

        assertThat(routed(table, request("health", "aldan")).coExecutors()).containsExactly(BodyId.of("adm-aldan"));
        assertThat(routed(table, request("health")).coExecutors()).isEmpty();
    }

    @Test
    void an_unknown_topic_and_a_topic_without_row_are_told_apart() {
        RoutingTable table = table(row("roads", "roads", MUNICIPALITY));
        RouteRequest withoutTopic = new RouteRequest(
                Optional.empty(),
                MessageKind.COMPLAINT,
                Location.UNKNOWN,
                Scale.MUNICIPAL,
                Severity.NORMAL,
                TwoTowns.NOVEMBER,
                Set.of());

        assertEquals(Reason.NO_TOPIC, unroutable(table, withoutTopic).reason());
        assertEquals(
                Reason.NO_RULE, unroutable(table, request("health", "aldan")).reason());
    }

    @Test
    void the_order_of_rows_decides_nothing() {
        RoutingRow one = row("one", "roads", "min-roads");
        RoutingRow two = row("two", "roads", "min-health");

        assertEquals("one", routed(table(one, two), request("roads", "aldan")).ruleId());
        assertEquals("one", routed(table(two, one), request("roads", "aldan")).ruleId());
    }

    @Test
    void two_rows_cannot_share_an_id() {
        RoutingRow row = row("roads", "roads", MUNICIPALITY);

        assertThatThrownBy(() -> table(row, row)).hasMessageContaining("roads");
    }

    private static String ruleOn(RoutingTable table, String instant) {
        return routed(table, request("roads", Scale.MUNICIPAL, Instant.parse(instant), "aldan"))
                .ruleId();
    }

    private static Routed routed(RoutingTable table, RouteRequest request) {
        return assertInstanceOf(Routed.class, table.route(request));
    }

    private static Unroutable unroutable(RoutingTable table, RouteRequest request) {
        return assertInstanceOf(Unroutable.class, table.route(request));
    }
}
