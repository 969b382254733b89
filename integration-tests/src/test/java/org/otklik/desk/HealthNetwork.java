package org.otklik.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.QueryYield;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;

/** A network whose sources and accounts fall ill one by one, as the test says; for one thread. */
final class HealthNetwork implements NetworkAdapter {

    final Map<SourceId, RuntimeException> ill = new HashMap<>();
    final Map<SourceId, List<PostChange>> waiting = new LinkedHashMap<>();
    final List<SourceId> asked = new ArrayList<>();
    private final NetworkId network;
    private final String secret;
    PublishOutcome outcome = new PublishOutcome.Unknown("NOBODY_ASKED");
    boolean listsNothing;
    Supplier<List<SourceId>> listing = () -> listsNothing ? List.of() : List.copyOf(waiting.keySet());
    Supplier<List<QueryYield>> yields = List::of;
    private @Nullable AdapterContext context;

    HealthNetwork(String network, String secret, SourceId... sources) {
        this.network = NetworkId.of(network);
        this.secret = secret;
        for (SourceId source : sources) {
            waiting.put(source, List.of());
        }
    }

    static SourceId source(String network, String account, String name) {
        return new SourceId(AccountId.of(network, account), name);
    }

    void say(SourceId source, Post post) {
        waiting.put(source, List.of(new PostChange.Present(post)));
    }

    @Override
    public NetworkId network() {
        return network;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.POLL, Capability.REPLY);
    }

    @Override
    public void attach(AdapterContext desk) {
        context = desk;
    }

    @Override
    public List<SourceId> sources() {
        return listing.get();
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        asked.add(source);
        askSecret(source.account());
        RuntimeException trouble = ill.get(source);
        if (trouble != null) {
            throw trouble;
        }
        List<PostChange> page = waiting.getOrDefault(source, List.of());
        waiting.put(source, List.of());
        return PostPage.of(page, new Cursor("1"), false);
    }

    @Override
    public List<QueryYield> yields() {
        return yields.get();
    }

    AdapterContext context() {
        return Objects.requireNonNull(context, "context");
    }

    private void askSecret(AccountId account) {
        if (context != null) {
            context.secrets().secret(account, secret);
        }
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return new Replyability.Possible(1000);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        askSecret(target.account());
        return outcome;
    }
}
