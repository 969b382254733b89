package org.otklik.spi.storage;

/** The stores within one transaction; for one thread, only until the work returns. */
public interface UnitOfWork {

    /**
     * Says what is about to be asked, so that a storage beyond a network can answer it in one turn. It changes no answer;
     * what is never asked afterwards costs time only.
     *
     * @param foresight what will be asked, before anything is changed
     */
    default void foresee(Foresight foresight) {}

    /**
     * Gives the posts, their revisions and the queue of captured ones.
     *
     * @return the store
     */
    PostStore posts();

    /**
     * Gives the events of all streams.
     *
     * @return the store
     */
    EventStore events();

    /**
     * Gives the incidents.
     *
     * @return the store
     */
    IncidentStore incidents();

    /**
     * Gives the instructions.
     *
     * @return the store
     */
    InstructionStore instructions();

    /**
     * Gives the erasable texts.
     *
     * @return the store
     */
    TextStore texts();

    /**
     * Gives the erasable authors.
     *
     * @return the store
     */
    AuthorStore authors();

    /**
     * Gives the deadlines to come.
     *
     * @return the store
     */
    DeadlineStore deadlines();

    /**
     * Gives the replies on their way.
     *
     * @return the store
     */
    OutboxStore outbox();

    /**
     * Gives the log of who saw or erased whose name.
     *
     * @return the store
     */
    AccessStore accesses();

    /**
     * Gives what was kept long enough.
     *
     * @return the store
     */
    RetentionStore retention();

    /**
     * Gives the notices that nobody heard yet.
     *
     * @return the store
     */
    NoticeStore notices();

    /**
     * Gives leases, cursors and small settings.
     *
     * @return the store
     */
    StateStore state();
}
