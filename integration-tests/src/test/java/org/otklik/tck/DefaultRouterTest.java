package org.otklik.tck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.Region;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.Scale;
import org.otklik.post.Post;
import org.otklik.route.RouteRequest;
import org.otklik.route.Router;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.text.PostText;

/** The routing table of a small pack: every topic at every place. */
class DefaultRouterTest extends RouterContract {

    private final Region region = MiniRegion.load();

    @Override
    protected Router router() {
        return region.routingTable();
    }

    @Override
    protected List<RouteRequest> requests() {
        return region.topics().all().stream()
                .flatMap(topic -> region.gazetteer().all().stream()
                        .map(place -> new RouteRequest(
                                Optional.of(topic.id()),
                                MessageKind.COMPLAINT,
                                locate(place),
                                Scale.MUNICIPAL,
                                Severity.NORMAL,
                                Instant.parse("2026-11-26T08:00:00Z"),
                                Set.of())))
                .toList();
    }

    private Location locate(Place place) {
        Post post =
                Post.builder(Sample.postId(1), Sample.START).text(place.name()).build();
        return GazetteerLocator.of(region.gazetteer()).locate(PostText.of(post));
    }
}
