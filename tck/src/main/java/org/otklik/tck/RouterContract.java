package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.route.Route;
import org.otklik.route.RouteRequest;
import org.otklik.route.Router;

/** What a router keeps: one answer to one question, always explained, and never back to who declined. */
public abstract class RouterContract {

    private static final int MOST_BODIES = 1000;

    /** Creates the contract; JUnit does. */
    protected RouterContract() {}

    /**
     * Gives the router to examine.
     *
     * @return a router
     */
    protected abstract Router router();

    /**
     * Gives matters to route, of which at least one finds a body.
     *
     * @return one or more
     */
    protected abstract List<RouteRequest> requests();

    @Test
    final void at_least_one_matter_finds_a_body() {
        Router router = router();

        assertTrue(requests().stream().map(router::route).anyMatch(Route.Routed.class::isInstance));
    }

    @Test
    final void the_same_matter_goes_the_same_way() {
        Router router = router();
        List<RouteRequest> requests = requests();

        List<Route> first = requests.stream().map(router::route).toList();
        List<List<Route>> together =
                Together.run(4, thread -> requests.stream().map(router::route).toList());

        assertEquals(first, requests.stream().map(router::route).toList());
        together.forEach(routes -> assertEquals(first, routes));
    }

    @Test
    final void every_route_is_explained() {
        Router router = router();

        for (RouteRequest request : requests()) {
            Route route = router.route(request);

            assertFalse(route.packVersion().isBlank());
            if (route instanceof Route.Routed routed) {
                assertFalse(routed.ruleId().isBlank());
                assertFalse(routed.reasons().isEmpty(), () -> "No reason for " + routed);
            }
        }
    }

    @Test
    final void a_body_that_declined_never_comes_back_and_in_the_end_nobody_is_left() {
        Router router = router();

        requests().forEach(request -> declineUntilNobodyIsLeft(router, request));
    }

    private static void declineUntilNobodyIsLeft(Router router, RouteRequest first) {
        RouteRequest request = first;
        for (int asked = 0; router.route(request) instanceof Route.Routed routed; asked++) {
            assertTrue(asked < MOST_BODIES, "The router always finds another body.");
            Set<BodyId> named = new HashSet<>(routed.coExecutors());
            named.addAll(routed.nextCandidates());
            named.add(routed.lead());
            named.retainAll(request.declined());
            assertEquals(Set.of(), named, "These declined before.");
            request = request.declinedBy(routed.lead());
        }
    }

    @Test
    final void who_is_named_next_is_next_or_named_no_more() {
        Router router = router();

        for (RouteRequest request : requests()) {
            if (router.route(request) instanceof Route.Routed routed
                    && !routed.nextCandidates().isEmpty()) {
                Route after = router.route(request.declinedBy(routed.lead()));
                assertTrue(after instanceof Route.Routed, () -> "Nobody takes over from " + routed.lead());
            }
        }
    }
}
