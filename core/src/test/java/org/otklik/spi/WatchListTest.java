package org.otklik.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.post.NetworkId;

class WatchListTest {

    private static final NetworkId VK = NetworkId.of("vk");
    private static final NetworkId OK = NetworkId.of("ok");

    private final WatchedPage vkPage = new WatchedPage(VK, "samara", Optional.empty());
    private final WatchedPage okPage = new WatchedPage(OK, "samara", Optional.empty());
    private final WatchedQuery forVk = query("roads", VK);
    private final WatchedQuery forBoth = query("water", VK, OK);
    private final WatchedQuery forAll = query("heat");

    private static WatchedQuery query(String id, NetworkId... networks) {
        return new WatchedQuery(id, Set.of(networks), SearchExpression.parse("яма"));
    }

    @Test
    void a_network_sees_its_pages_and_the_queries_that_name_it_or_none() {
        WatchList list = new WatchList(List.of(okPage, vkPage), List.of(forVk, forBoth, forAll));

        assertEquals(new WatchList(List.of(vkPage), List.of(forVk, forBoth, forAll)), list.in(VK));
        assertEquals(new WatchList(List.of(okPage), List.of(forBoth, forAll)), list.in(OK));
        assertEquals(new WatchList(List.of(), List.of(forAll)), list.in(NetworkId.of("x")));
        assertEquals(WatchList.NOTHING, WatchList.NOTHING.in(VK));
    }

    @Test
    void what_has_no_name_is_not_watched() {
        assertThrows(IllegalArgumentException.class, () -> query(" "));
        assertThrows(IllegalArgumentException.class, () -> new WatchedPage(VK, "", Optional.empty()));
    }
}
