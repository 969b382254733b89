package org.otklik.live;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.id.PublicationId;
import org.otklik.id.TimeOrderedIds;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryContext;

/**
 * {@code ./mvnw -Plive -pl integration-tests -am verify}: reads one page of one source of each network whose token the
 * environment names. Publishes nothing, unless {@code OTKLIK_LIVE_REPLY_TO} names a post as {@code network:native id} and
 * {@code OTKLIK_LIVE_REPLY_TEXT} what to say there.
 */
@Tag("live")
class LiveSmokeTest {

    private final LiveNetworks networks = new LiveNetworks(System.getenv());

    private NetworkAdapter adapter(String network) {
        Optional<NetworkAdapter> adapter = networks.adapter(network);
        assumeTrue(adapter.isPresent(), "The environment names no token of " + network + "; see LiveNetworks.");
        adapter.orElseThrow()
                .attach(InMemoryContext.of(Clock.systemUTC(), networks.secrets())
                        .watching(networks.watchList()));
        return adapter.orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vk", "ok", "x", "telegram", "max", "facebook", "instagram"})
    void one_page_is_read(String network) {
        NetworkAdapter adapter = adapter(network);
        SourceId source = adapter.sources().get(0);

        PostPage page = adapter.poll(source, Optional.empty(), 20);

        assertTrue(page.unreadable().isEmpty(), source + " has items that cannot be read: " + page.unreadable());
    }

    @Test
    void a_reply_is_published_only_if_the_environment_says_what_and_where() {
        Optional<String> text = networks.value("LIVE_REPLY_TEXT");
        Optional<String> where = networks.value("LIVE_REPLY_TO");
        assumeTrue(text.isPresent() && where.isPresent(), "Nothing is to be published.");
        int colon = where.orElseThrow().indexOf(':');
        PostId post = PostId.of(
                where.orElseThrow().substring(0, colon), where.orElseThrow().substring(colon + 1));
        NetworkAdapter adapter = adapter(post.network().code());
        ReplyTarget target = ReplyTarget.of(new AccountId(post.network(), "live"), post, Discussion.NONE);

        PublishOutcome outcome = adapter.publish(
                target,
                text.orElseThrow(),
                PublicationId.of(new TimeOrderedIds(Clock.systemUTC(), new SecureRandom()).next()));

        assertInstanceOf(PublishOutcome.Sent.class, outcome);
    }
}
