package org.otklik.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.HonestAdapter;

/** The network as one life of a node sees it: what is sent may arrive late, and the node may die before and after. */
class FaultyLine extends HonestAdapter implements WebhookDecoder {

    private static final int SOMETIMES = 12;
    private static final int LATEST_SECONDS = 60;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);

    private final Life life;
    private final World world;

    FaultyLine(Life life, World world) {
        super(world.network);
        this.life = life;
        this.world = world;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.copyOf(super.capabilities());
        all.add(Capability.WEBHOOK);
        if (world.proof != World.Proof.READ_BACK) {
            all.remove(Capability.READ_BACK);
        }
        return all;
    }

    @Override
    public void attach(AdapterContext context) {
        // The network goes by its own clock.
    }

    @Override
    public List<SourceId> sources() {
        return super.sources().subList(0, 1);
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        life.step("polls");
        PostPage page = super.poll(source, cursor, limit);
        life.step("has a page");
        return page;
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (world.proof == World.Proof.KEY) {
            life.call("sends");
        } else {
            world.within(LONGEST_CALL, () -> life.call("sends"));
        }
        PublishOutcome outcome = transmit(target, text, key);
        life.call("hears " + outcome.getClass().getSimpleName() + " of " + target.post());
        return outcome;
    }

    private PublishOutcome transmit(ReplyTarget target, String text, PublicationId key) {
        if (life.isTroubled(SOMETIMES)) {
            Duration delay = Duration.ofSeconds(1 + world.dice.below(LATEST_SECONDS));
            world.later(delay, () -> super.publish(target, text, key));
            world.dice.note("what is sent to " + target.post() + " arrives in " + delay);
            return new PublishOutcome.Unknown("TIMEOUT");
        }
        return super.publish(target, text, key);
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        life.call("looks for its reply");
        ReadBack seen = super.find(target, text, key);
        life.call("sees " + seen.getClass().getSimpleName());
        return seen;
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        List<PostChange> changes = Stream.of(new String(request.body(), StandardCharsets.UTF_8).split(",", -1))
                .map(id -> world.sentByWebhook.get(PostId.of("vk", id)))
                .<PostChange>map(PostChange.Present::new)
                .toList();
        return new WebhookDecision.Genuine(changes, WebhookAnswer.text(200, "ok"));
    }
}
