package org.otklik.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.route.AccountChoice.Origin;

class AccountDirectoryTest {

    private static final NetworkId VK = NetworkId.of("vk");
    private static final NetworkId OK = NetworkId.of("ok");

    private final AccountDirectory accounts = AccountDirectory.of(
            List.of(
                    account("vk", "government", "government", true, 1),
                    account("vk", "aldan-second", "adm-aldan", true, 2),
                    account("vk", "aldan-first", "adm-aldan", true, 1),
                    account("vk", "aldan-silent", "adm-aldan", false, 0),
                    account("ok", "aldan-ok", "adm-aldan", false, 1)),
            TwoTowns.BODIES,
            BodyId.of("government"));

    @Test
    void a_body_speaks_through_its_own_account_that_comes_first_and_may_reply() {
        AccountChoice choice = choice("adm-aldan", VK).orElseThrow();

        assertEquals("aldan-first", choice.account().account().name());
        assertEquals(Origin.OWN, choice.origin());
    }

    @Test
    void a_body_without_account_speaks_through_its_parents_and_then_the_regions() {
        List<AccountChoice> choices = accounts.accountsFor(BodyId.of("adm-aldan.north"), VK);

        assertThat(choices)
                .extracting(choice -> choice.account().account().name())
                .containsExactly("aldan-first", "aldan-second", "government");
        assertThat(choices)
                .extracting(AccountChoice::origin)
                .containsExactly(Origin.PARENT, Origin.PARENT, Origin.REGION);
    }

    @Test
    void a_body_alone_speaks_through_the_region() {
        assertEquals(Origin.REGION, choice("adm-borok", VK).orElseThrow().origin());
        assertEquals(Origin.REGION, choice("min-roads", VK).orElseThrow().origin());
    }

    @Test
    void nobody_speaks_where_no_account_may_reply() {
        assertEquals(Optional.empty(), choice("adm-aldan", OK));
    }

    @Test
    void an_official_is_recognised_in_his_own_network_only() {
        assertEquals(Optional.of(BodyId.of("adm-aldan")), accounts.official(VK, "id-aldan-silent"));
        assertEquals(Optional.empty(), accounts.official(OK, "id-aldan-silent"));
        assertEquals(Optional.empty(), accounts.official(VK, "somebody"));
    }

    private Optional<AccountChoice> choice(String body, NetworkId network) {
        return accounts.accountFor(BodyId.of(body), network);
    }

    private static OfficialAccount account(String network, String name, String body, boolean mayReply, int order) {
        return new OfficialAccount(
                AccountId.of(network, name),
                name,
                BodyId.of(body),
                mayReply,
                order,
                Set.of("id-" + name),
                Optional.empty());
    }
}
