package org.otklik.tck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.place.Location;
import org.otklik.place.Scale;
import org.otklik.route.Route;
import org.otklik.route.RouteReason;
import org.otklik.route.RouteRequest;
import org.otklik.route.Router;

/** A router of one's own: everything goes to the town hall, and to the ministry if that declines. */
class CustomRouterTest extends RouterContract {

    private static final List<BodyId> BODIES = List.of(BodyId.of("adm-syzran"), BodyId.of("min-digital"));

    @Override
    protected Router router() {
        return request -> {
            List<BodyId> left = BODIES.stream()
                    .filter(body -> !request.declined().contains(body))
                    .toList();
            if (left.isEmpty()) {
                return new Route.Unroutable(
                        Route.Unroutable.Reason.ALL_DECLINED, List.of(), Optional.of("all"), "own-1");
            }
            List<BodyId> next = left.subList(1, left.size());
            List<RouteReason> reasons = List.of(RouteReason.ANY_TOPIC);
            return new Route.Routed(left.get(0), List.of(), next, "all", reasons, 1, "own-1");
        };
    }

    @Override
    protected List<RouteRequest> requests() {
        return List.of(new RouteRequest(
                Optional.of(TopicId.of("roads.potholes")),
                MessageKind.COMPLAINT,
                Location.UNKNOWN,
                Scale.MUNICIPAL,
                Severity.NORMAL,
                Instant.EPOCH,
                Set.of()));
    }
}
