package org.otklik.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.otklik.classify.SmallModels.text;
import static org.otklik.classify.SmallModels.word;
import static org.otklik.route.TwoTowns.request;
import static org.otklik.route.TwoTowns.row;
import static org.otklik.route.TwoTowns.table;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.classify.SmallModels;
import org.otklik.classify.TrainedModel;
import org.otklik.id.BodyId;
import org.otklik.route.Route.Routed;
import org.otklik.route.Route.Unroutable;

class LearnedRouterTest {

    private static final BodyId ROADS = BodyId.of("min-roads");
    private static final BodyId HEALTH = BodyId.of("min-health");
    private static final TrainedModel MODEL = SmallModels.of(
            List.of("min-roads", "min-health", "police", "old-roads", "adm-aldan"),
            word("яма", 9, 0, 0, 0, 0),
            word("больница", 0, 9, 0, 0, 0),
            word("драка", 0, 1, 9, 0, 0),
            word("старая", 0, 1, 0, 9, 0),
            word("центр", 0, 1, 0, 0, 9));
    private static final RoutingTable TABLE = table(row("roads", "roads", "adm-{municipality}", "min-roads"));
    private static final LearnedRouter ROUTER = over(TABLE);

    @Test
    void the_table_leads_and_suggestions_stand_behind_its_own_candidates() {
        Routed route = routed(ROUTER, "borok", "Больница");

        assertThat(route.lead()).isEqualTo(BodyId.of("adm-borok"));
        assertThat(route.nextCandidates()).startsWith(ROADS, HEALTH).doesNotHaveDuplicates();
        assertThat(route.ruleId()).isEqualTo("roads");
        assertThat(route.reasons()).doesNotContain(RouteReason.LEARNED);
    }

    @Test
    void suggestions_are_three_at_most_with_the_words_that_spoke() {
        List<BodySuggestion> suggestions = ROUTER.suggest(text("Больница"), TwoTowns.NOVEMBER);

        assertThat(suggestions).hasSize(3);
        assertThat(suggestions.get(0).body()).isEqualTo(HEALTH);
        assertThat(suggestions.get(0).reasons().get(0).rule()).startsWith("learned.word");
    }

    @Test
    void a_body_outside_the_desk_or_of_the_past_is_never_suggested() {
        assertThat(ROUTER.suggest(text("Драка, старая яма"), TwoTowns.NOVEMBER))
                .extracting(BodySuggestion::body)
                .doesNotContain(BodyId.of("police"), BodyId.of("old-roads"));
    }

    @Test
    void a_body_that_declined_or_is_not_competent_for_the_place_is_not_suggested() {
        RouteRequest request = request("roads", "borok").withText(text("Больница в центре"));

        Routed route = assertInstanceOf(Routed.class, ROUTER.route(request.declinedBy(HEALTH)));

        assertThat(route.nextCandidates()).doesNotContain(HEALTH, BodyId.of("adm-aldan"));
    }

    @Test
    void what_the_table_cannot_route_stays_for_a_person_with_candidates() {
        Unroutable route = assertInstanceOf(Unroutable.class, ROUTER.route(unknown("Больница")));

        assertThat(route.candidates()).startsWith(HEALTH);
    }

    @Test
    void above_its_threshold_the_model_leads_where_the_table_knows_nobody() {
        Routed route = assertInstanceOf(Routed.class, ROUTER.leadingAbove(0.9).route(unknown("Больница")));

        assertThat(route.lead()).isEqualTo(HEALTH);
        assertThat(route.reasons()).containsExactly(RouteReason.LEARNED);
        assertThat(route.ruleId()).startsWith("learned:small-");
        assertThat(route.confidence()).isGreaterThan(0.9);
    }

    @Test
    void only_when_it_was_allowed_to_does_the_model_override_the_table() {
        Routed suggested = routed(ROUTER.leadingAbove(0), "borok", "Больница");
        Routed overridden = routed(ROUTER.overridingAbove(0.9), "borok", "Больница");

        assertThat(suggested.lead()).isEqualTo(BodyId.of("adm-borok"));
        assertThat(overridden.lead()).isEqualTo(HEALTH);
        assertThat(overridden.nextCandidates()).startsWith(BodyId.of("adm-borok"));
    }

    @Test
    void what_belongs_to_a_body_outside_the_desk_is_never_taken_by_the_model() {
        LearnedRouter router =
                over(table(row("order", "safety", "police"))).leadingAbove(0).overridingAbove(0);

        Route route = router.route(request("safety", "borok").withText(text("Больница")));

        assertThat(assertInstanceOf(Unroutable.class, route).reason()).isEqualTo(Unroutable.Reason.FEDERAL_EXTERNAL);
    }

    @Test
    void without_a_text_the_table_decides_alone() {
        RouteRequest request = request("roads", "borok");

        assertThat(ROUTER.route(request)).isEqualTo(TABLE.route(request));
    }

    @Test
    void labels_that_are_no_bodies_are_all_named() {
        TrainedModel foreign = SmallModels.of(List.of("min-roads", "Префектура", "ЖЭК"));

        assertThatThrownBy(() -> LearnedRouter.of(TABLE, foreign, TwoTowns.BODIES, TwoTowns.PLACES, ZoneOffset.UTC))
                .hasMessageContaining("Префектура, ЖЭК");
    }

    private static LearnedRouter over(RoutingTable table) {
        return LearnedRouter.of(table, MODEL, TwoTowns.BODIES, TwoTowns.PLACES, ZoneOffset.UTC);
    }

    private static RouteRequest unknown(String text) {
        return request("health", "borok").withText(text(text));
    }

    private static Routed routed(LearnedRouter router, String place, String text) {
        return assertInstanceOf(
                Routed.class, router.route(request("roads", place).withText(text(text))));
    }
}
