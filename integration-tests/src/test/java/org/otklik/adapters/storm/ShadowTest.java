package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.access.RefusedException;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.testkit.InMemoryContext;

/** Adapters that only read, in a desk that may publish: everything is decided, and nothing is written anywhere. */
class ShadowTest {

    private static final Set<Capability> WRITING =
            Set.of(Capability.REPLY, Capability.IDEMPOTENT_SEND, Capability.READ_BACK);
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");

    private final StormTown town =
            new StormTown(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new);

    @AfterEach
    void close() {
        town.close();
    }

    private void assertNothingWritten(PostId post, StormNetwork network) {
        assertEquals(0, network.writes(town.wire(network)), network + " was written to");
        assertEquals(List.of(), network.repliesTo(post));
    }

    @Test
    void shadows_read_and_decide_and_no_attempt_to_answer_reaches_a_network() {
        town.restart(true, Optional.empty());
        town.listen(20);
        List<PostId> pits = town.networks.stream()
                .map(one -> one.writeToSpeaker(StormTown.PIT + " — " + one))
                .toList();
        town.listen(30);

        pits.forEach(post -> assertTrue(
                town.desk
                        .review()
                        .view(StormTown.MODERATOR, post)
                        .orThrow()
                        .incident()
                        .isPresent(),
                post + " opened nothing"));
        for (Incident incident : town.incidents()) {
            assertImpossible(incident);
            attempt(incident);
        }
        town.publish(Duration.ofMinutes(30));
        for (int i = 0; i < pits.size(); i++) {
            assertNothingWritten(pits.get(i), town.networks.get(i));
        }
    }

    private void assertImpossible(Incident incident) {
        town.desk
                .replies()
                .ways(StormTown.COORDINATOR, incident.id())
                .orThrow()
                .forEach(way -> assertEquals(
                        "SHADOW_MODE",
                        assertInstanceOf(Replyability.Impossible.class, way.replyability())
                                .reason()));
    }

    /** People may still write and approve; wherever the desk stops them, the network must not see it. */
    private void attempt(Incident incident) {
        try {
            town.approve(incident);
        } catch (RefusedException stopped) {
            assertFalse(town.desk.incidents().get(StormTown.COORDINATOR, incident.id()).publications().stream()
                    .anyMatch(one -> one.state().wasSent()));
        }
    }

    @Test
    void what_was_approved_before_the_shadow_fell_is_not_sent_either() {
        for (StormNetwork one : town.networks) {
            try (StormTown own = new StormTown(Kinds.of(one))) {
                PostId pit = own.approved(own.network());
                own.restart(true, Optional.empty());
                own.publish(Duration.ofMinutes(30));

                assertEquals(0, own.network().writes(own.wire(own.network())));
                assertEquals(List.of(), own.network().repliesTo(pit));
                assertFalse(own.publication().state().wasSent());
            }
        }
    }

    @Test
    void an_adapter_in_the_shadow_refuses_by_itself() {
        for (StormNetwork one : town.networks) {
            Wiretap wire = new Wiretap(town.clock);
            NetworkAdapter adapter =
                    one.adapter(new StormNetwork.Wiring(one.server().address(), wire, true));
            adapter.attach(InMemoryContext.of(town.clock, town.safe));
            ReplyTarget target = ReplyTarget.of(one.speaker(), one.writeToSpeaker(StormTown.PIT), Discussion.NONE);

            assertEquals(
                    new PublishOutcome.Refused(FailureKind.PERMISSION, "SHADOW_MODE"),
                    adapter.publish(target, StormTown.ANSWER, KEY));
            assertTrue(adapter.capabilities().stream().noneMatch(WRITING::contains));
            assertEquals(List.of(), wire.calls());
        }
    }
}
