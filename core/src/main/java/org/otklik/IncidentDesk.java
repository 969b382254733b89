package org.otklik;

import java.util.concurrent.ScheduledExecutorService;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.internal.desk.DeskFactory;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.Storage;

/**
 * What an authority embeds: it listens to networks, finds what needs an answer, routes it, watches the clocks,
 * gathers answers and reports. Thread-safe; several desks on several nodes may share one storage.
 *
 * <p>The desk starts no thread: the host calls {@link #poll()}, {@link #publishDue()}, {@link #sweepDeadlines()} and
 * {@link #notifyDue()}, each one bounded step, or lends an executor to {@link #start}.
 */
public interface IncidentDesk extends AutoCloseable {

    /**
     * Starts a desk.
     *
     * @param region the region it serves
     * @param storage where everything is kept; stays open when the desk closes
     * @param key the secret for pseudonyms
     * @return a builder
     */
    static DeskBuilder builder(Region region, Storage storage, PseudonymKey key) {
        return new DeskBuilder(region, storage, key, DeskFactory::open);
    }

    /**
     * Reads one page of every source, stores what is new and decides what waits.
     *
     * @return what the step did; a source that failed is named there
     */
    PollReport poll();

    /**
     * Sends approved replies that are due, looks up doubtful ones and reads sent ones back: one batch of all networks,
     * one reply after the other. A network that hangs holds up the others of the batch; {@link #start} sends each
     * network's replies by themselves. May be called beside that.
     *
     * @return what the step did
     */
    PublishReport publishDue();

    /**
     * Records warnings and breaches of clocks that are due, and what follows from them.
     *
     * @return what the step did
     */
    SweepReport sweepDeadlines();

    /**
     * Hands the notifier what people should know and have not heard, in one batch. One node at a time does it.
     *
     * @return what the step did
     */
    NotifyReport notifyDue();

    /**
     * Lets an executor of the host do the steps again and again, each a second after its end: reading, watching
     * deadlines, telling people, and publishing for each network by itself.
     *
     * <p>Publishing is a step for each network that has an adapter, and one for replies whose network has none. Networks
     * are served beside each other; the replies of one go out one after the other, in the order in which they are due.
     *
     * @param executor the host's, with three threads and one for each network, so that whatever hangs holds up nothing
     *     else; with fewer the steps take turns; stays open when the desk closes
     * @throws IllegalStateException if the desk was started or closed already
     */
    void start(ScheduledExecutorService executor);

    /**
     * Takes a message into the desk by hand: from a phone call, a link, a meeting, or another system.
     *
     * @param actor who registers it
     * @param post the message
     * @return the id under which it is kept; it is decided by the next {@link #poll()}
     */
    Result<PostId> register(Actor actor, ManualPost post);

    /**
     * Tells what the desk would make of a post; stores nothing.
     *
     * @param post any post
     * @return classification, place and route with their reasons
     */
    Understanding understand(Post post);

    /**
     * Gives the region that the desk serves.
     *
     * @return the region
     */
    Region region();

    /**
     * Gives the work on incidents.
     *
     * @return the service
     */
    Incidents incidents();

    /**
     * Gives the work on replies.
     *
     * @return the service
     */
    Replies replies();

    /**
     * Gives the switches of publishing.
     *
     * @return the service
     */
    Publishing publishing();

    /**
     * Gives the work on instructions.
     *
     * @return the service
     */
    Instructions instructions();

    /**
     * Gives the queue of posts that a moderator must decide.
     *
     * @return the service
     */
    Review review();

    /**
     * Gives the reports.
     *
     * @return the service
     */
    Reports reports();

    /**
     * Gives the takeover of closed incidents from an earlier system.
     *
     * @return the service
     */
    PastIncidents pastIncidents();

    /**
     * Gives what happened, in the order of commits, for a host's other systems.
     *
     * @return the service
     */
    Events events();

    /**
     * Gives the intake of webhooks.
     *
     * @return the service
     */
    Webhooks webhooks();

    /**
     * Gives the work on personal data.
     *
     * @return the service
     */
    Privacy privacy();

    /**
     * Gives the health of accounts and the yield of queries.
     *
     * @return the service
     */
    Health health();

    /** Ends the steps that {@link #start} began, waits a bounded time for those that run, and loses nothing. */
    @Override
    void close();
}
