package org.otklik.internal.decide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.Region;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.WatchedPage;

/** Which place each watched page speaks for. */
final class Pages {

    private final Map<Page, PlaceId> places = new HashMap<>();

    private record Page(NetworkId network, String name) {}

    Pages(Region region) {
        for (WatchedPage page : region.sources()) {
            page.place().ifPresent(place -> places.put(new Page(page.network(), page.page()), place));
        }
    }

    Optional<PlaceId> placeOf(NetworkId network, String page) {
        return Optional.ofNullable(places.get(new Page(network, page)));
    }

    /** Fills in the place of a post's page, unless the post brings one. */
    Post located(Post post) {
        Discussion discussion = post.discussion();
        if (discussion.page().isEmpty() || discussion.pagePlace().isPresent()) {
            return post;
        }
        Optional<PlaceId> place = placeOf(post.id().network(), discussion.page().get());
        return place.isEmpty()
                ? post
                : post.toBuilder()
                        .discussion(discussion.withPagePlace(place.orElseThrow()))
                        .build();
    }
}
