package org.otklik.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;

/**
 * One network, as the desk sees it.
 *
 * <p>Threads: at most one poll an account at a time; {@link #publish}, {@link #canReply} and reading back may run
 * beside it and beside each other. An adapter starts no threads and keeps nothing that a restart may lose, other than
 * through {@link AdapterContext#state(AccountId)}.
 */
public interface NetworkAdapter {

    /**
     * Tells which network this is.
     *
     * @return the network, always the same
     */
    NetworkId network();

    /**
     * Tells what the adapter can do.
     *
     * @return immutable, always the same
     */
    Set<Capability> capabilities();

    /**
     * Gives the adapter what the desk lends it; called once, before anything else.
     *
     * @param context time, randomness, durable state and secrets
     */
    void attach(AdapterContext context);

    /**
     * Lists what can be polled.
     *
     * @return immutable; may change between steps
     */
    List<SourceId> sources();

    /**
     * Reads the next page of a source.
     *
     * @param source one of {@link #sources()}
     * @param cursor what the page before returned; empty at the very first call
     * @param limit how many changes are wanted at the most; the adapter may return a few more rather than split
     * @return the page
     * @throws AdapterException if the source could not be read; nothing is lost, the same cursor comes again
     */
    PostPage poll(SourceId source, Optional<Cursor> cursor, int limit);

    /**
     * Tells what each query brought, as far as this adapter counted; asks the network nothing.
     *
     * @return immutable; empty for an adapter that does not search or does not count
     */
    default List<QueryYield> yields() {
        return List.of();
    }

    /**
     * Tells whether an account can answer a post, from what is known without asking the network.
     *
     * @param account who would speak
     * @param post the post to be answered
     * @return possible with the longest text, or impossible with a reason
     */
    Replyability canReply(AccountId account, Post post);

    /**
     * Tells what citizens would read, and how long the network finds it; asks the network nothing.
     *
     * @param target where the reply would go and who would speak
     * @param text what an official wrote
     * @return the exact text with its length; unless an adapter knows better, characters count one each, without limit
     */
    default ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.codePointCount(0, text.length()), Integer.MAX_VALUE);
    }

    /**
     * Publishes a reply. Called outside any transaction and only by the desk's outbox, for an approved text.
     *
     * @param target where it goes and who speaks
     * @param text exactly what was approved
     * @param key idempotency key, the same at every attempt
     * @return what came of it; an adapter that cannot tell returns {@link PublishOutcome.Unknown}
     */
    PublishOutcome publish(ReplyTarget target, String text, PublicationId key);
}
