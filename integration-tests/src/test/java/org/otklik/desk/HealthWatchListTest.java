package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.post.NetworkId;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** What is watched changes while the desk runs. */
class HealthWatchListTest {

    private static final NetworkId VK = NetworkId.of("vk");

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final HealthNetwork vk = new HealthNetwork("vk", "access-token");

    /** Reads just what is watched. */
    private List<SourceId> watched() {
        WatchList list = vk.context().watchList().in(VK);
        List<SourceId> sources = new ArrayList<>();
        list.pages().forEach(page -> sources.add(HealthNetwork.source("vk", "official", "wall:" + page.page())));
        list.queries().forEach(query -> sources.add(HealthNetwork.source("vk", "official", "search:" + query.id())));
        return sources;
    }

    @Test
    void a_changed_list_works_in_the_next_step() {
        AtomicReference<WatchList> list = new AtomicReference<>(WatchList.NOTHING);
        vk.listing = this::watched;
        IncidentDesk desk = Office.builder(InMemoryStorage.create(clock), vk, clock)
                .watching(list::get)
                .build();
        desk.poll();
        assertEquals(List.of(), vk.asked);

        list.set(new WatchList(
                List.of(new WatchedPage(VK, "samara", Optional.empty())),
                List.of(new WatchedQuery("roads", Set.of(), SearchExpression.parse("яма -продам")))));
        desk.poll();

        assertEquals(
                List.of("wall:samara", "search:roads"),
                vk.asked.stream().map(SourceId::name).toList());
    }

    @Test
    void without_a_list_of_the_host_the_pages_and_queries_of_the_pack_are_watched() {
        vk.listing = this::watched;
        IncidentDesk desk =
                Office.builder(InMemoryStorage.create(clock), vk, clock).build();

        desk.poll();

        assertEquals(
                Office.REGION.watchList().in(VK).pages().size()
                        + Office.REGION.watchList().in(VK).queries().size(),
                vk.asked.size());
    }
}
