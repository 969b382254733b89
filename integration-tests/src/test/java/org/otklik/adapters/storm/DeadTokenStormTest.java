package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.AccountHealth;
import org.otklik.HealthState;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;

/** A token that is no longer taken stops its account and no other, until the host has a new one (P14). */
@Timeout(60)
class DeadTokenStormTest {

    private final StormTown town =
            new StormTown(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new);

    @AfterEach
    void close() {
        town.close();
    }

    private StormNetwork named(String code) {
        return town.networks.stream()
                .filter(one -> one.reader().network().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void assertReauthorise(StormNetwork network, AccountId account) {
        AccountHealth health = town.health(account);
        assertEquals(HealthState.REAUTHORISE, health.state());
        AccountHealth.Cause cause = health.cause().orElseThrow();
        assertEquals(FailureKind.TOKEN_INVALID, cause.kind().orElseThrow());
        assertTrue(cause.secrets().contains(network.secretOf(account)), cause.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vk", "ok", "x", "facebook", "instagram"})
    void reading_stops_for_one_account_without_a_storm_and_goes_on_with_a_new_token(String code) {
        StormNetwork network = named(code);
        town.listen(20);
        String token = network.budgets().get(0).token();
        town.wire(network).forget();
        town.captured = 0;

        network.kill(network.reader(), town.safe);
        PostId waiting = network.write("Первое сообщение");
        List<PostId> others = List.of(
                network.writeToSpeaker("Вопрос"),
                town.networks.get(0).writeToSpeaker("Ещё один"),
                town.networks.get(1).writeToSpeaker("И ещё один"),
                town.networks.get(2).writeToSpeaker("И последний"));
        town.listen(300);

        assertTrue(
                town.wire(network).of(token).size() <= 1,
                "calls with the dead token: " + town.wire(network).of(token));
        assertFalse(town.knows(waiting));
        others.forEach(post -> assertTrue(town.knows(post), post + " is not read"));
        assertEquals(Set.of(network.reader() + " TOKEN_INVALID"), complaints());
        assertReauthorise(network, network.reader());
        assertEquals(HealthState.OK, town.health(network.speaker()).state());

        network.renew(network.reader(), town.safe);
        PostId later = network.write("Второе сообщение");
        town.step();

        assertTrue(town.knows(waiting) && town.knows(later));
        assertEquals(others.size() + 2, town.captured);
        assertEquals(HealthState.OK, town.health(network.reader()).state());
    }

    private Set<String> complaints() {
        return town.failures.stream()
                .map(one -> one.subject().replaceAll("/[^/]*:.*|/(discussions)$", "") + " " + one.code())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vk", "ok", "x", "facebook", "instagram"})
    void an_approved_reply_waits_for_a_new_token_and_goes_out_once(String code) {
        StormNetwork network = named(code);
        PostId pit = town.approved(network);
        network.kill(network.speaker(), town.safe);
        town.publish(Duration.ofMinutes(30));

        assertEquals(List.of(), network.repliesTo(pit));
        assertTrue(network.writes(town.wire(network)) <= 1, "writes with the dead token");
        assertTrue(town.publication().state().isOpen());
        assertReauthorise(network, network.speaker());
        assertEquals(1, town.health(network.speaker()).waitingPublications());

        network.renew(network.speaker(), town.safe);
        town.publish(Duration.ofMinutes(3));
        assertEquals(List.of(StormTown.ANSWER), network.repliesTo(pit));
        town.publish(Duration.ofMinutes(30));
        town.listen(30);
        assertEquals(List.of(StormTown.ANSWER), network.repliesTo(pit));
        assertEquals(1, town.incidents().size());
    }
}
