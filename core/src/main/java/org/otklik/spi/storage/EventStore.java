package org.otklik.spi.storage;

import java.util.List;

/** Keeps events for ever, in streams and in one global order. */
public interface EventStore {

    /**
     * Adds events; they get their global sequence when the transaction commits, in the order of appending.
     *
     * @param events one or more, each with the version that follows the last of its stream
     * @throws StaleVersionException if a stream already has an event of such a version; may come as late as the commit
     */
    void append(List<EventRow> events);

    /**
     * Reads a stream.
     *
     * @param stream which
     * @param fromVersion first version wanted
     * @param limit how many at the most
     * @return in order of versions
     */
    List<EventRow> read(StreamId stream, long fromVersion, int limit);

    /**
     * Reads all streams.
     *
     * @param sequence the last sequence known; 0 for the beginning
     * @param limit how many at the most
     * @return committed events behind it in order of sequence; no event ever appears before one that was returned
     */
    List<SequencedEvent> after(long sequence, int limit);

    /**
     * Tells how far the order of all streams has come.
     *
     * @return the sequence of the last committed event; 0 if there is none
     */
    long last();
}
