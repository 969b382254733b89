package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.Capability;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.WebhookDecoder;

/** What an adapter declares is what it has, both ways, and each declaration has its contract. */
public abstract class CapabilitiesContract extends NetworkContract {

    private static final Map<Capability, Class<?>> CONTRACTS = new EnumMap<>(Map.of(
            Capability.POLL, PollingContract.class,
            Capability.WEBHOOK, WebhookContract.class,
            Capability.EDITS, EditsContract.class,
            Capability.DELETIONS, DeletionsContract.class,
            Capability.REPLY, ReplyContract.class,
            Capability.IDEMPOTENT_SEND, IdempotentSendContract.class,
            Capability.READ_BACK, ReadBackContract.class));

    /** Creates the contract; JUnit does. */
    protected CapabilitiesContract() {}

    /**
     * Lists the test classes of the adapter.
     *
     * @return the classes that extend the contracts of its capabilities
     */
    protected abstract List<Class<?>> contractTests();

    private boolean declares(Capability capability) {
        return adapter().capabilities().contains(capability);
    }

    @Test
    final void each_capability_has_its_contract_test_and_no_other_is_tested() {
        Set<Capability> tested = EnumSet.noneOf(Capability.class);
        CONTRACTS.forEach((capability, contract) -> {
            if (contractTests().stream().anyMatch(contract::isAssignableFrom)) {
                tested.add(capability);
            }
        });

        assertEquals(adapter().capabilities(), tested, "Declared capabilities and contract tests differ.");
    }

    @Test
    final void declarations_do_not_change() {
        Set<Capability> before = adapter().capabilities();
        NetworkId network = adapter().network();

        restart();

        assertEquals(before, adapter().capabilities());
        assertEquals(network, adapter().network());
        assertNotEquals(Set.of(), before, "The adapter can do nothing.");
    }

    /** An adapter that was told only to read may be able to find its replies, but has none. */
    @Test
    final void an_adapter_that_replies_is_a_finder_if_and_only_if_it_reads_back() {
        if (declares(Capability.REPLY)) {
            assertEquals(declares(Capability.READ_BACK), adapter() instanceof OwnReplyFinder);
        }
    }

    @Test
    final void the_adapter_is_a_decoder_if_and_only_if_it_takes_webhooks() {
        assertEquals(declares(Capability.WEBHOOK), adapter() instanceof WebhookDecoder);
    }

    @Test
    final void reading_back_and_idempotent_sending_need_replies() {
        if (declares(Capability.READ_BACK) || declares(Capability.IDEMPOTENT_SEND)) {
            assertEquals(true, declares(Capability.REPLY));
        }
    }

    @Test
    final void an_adapter_that_may_not_publish_says_that_it_cannot_reply_and_does_not() {
        if (!declares(Capability.REPLY)) {
            PostId post = write("Яма");
            AccountId account = new AccountId(adapter().network(), "official");
            ReplyTarget target = ReplyTarget.of(account, post, Discussion.NONE);

            assertInstanceOf(
                    Replyability.Impossible.class,
                    adapter().canReply(account, Post.builder(post, Sample.START).build()));
            assertInstanceOf(PublishOutcome.Refused.class, adapter().publish(target, "Ответ.", key(1)));
        }
    }
}
