package org.otklik.spi.storage;

import java.util.List;
import java.util.Optional;
import org.otklik.post.Pseudonym;

/** Keeps free texts that can be erased without touching anything else. */
public interface TextStore {

    /**
     * Writes a text, over an earlier one with the same owner and key.
     *
     * @param row the text
     */
    void put(TextRow row);

    /**
     * Reads a text.
     *
     * @param owner the stream it belongs to
     * @param key its key
     * @return the text, unless it was never written or erased
     */
    Optional<TextRow> find(StreamId owner, String key);

    /**
     * Reads all texts of a stream.
     *
     * @param owner the stream
     * @return by key
     */
    List<TextRow> of(StreamId owner);

    /**
     * Erases the texts of a citizen: free texts, contents of posts, revisions.
     *
     * @param author whose words
     * @return how many rows lost their text
     */
    int eraseOf(Pseudonym author);
}
