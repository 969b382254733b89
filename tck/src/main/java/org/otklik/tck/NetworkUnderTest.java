package org.otklik.tck;

import java.util.List;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;
import org.otklik.testkit.Fault;

/** The network that a contract examines, with the hands of its citizens; a new one for each test. */
public interface NetworkUnderTest extends AutoCloseable {

    /**
     * Opens an adapter of the network and attaches it; called again for the adapter after a restart.
     *
     * @param context what the desk would lend it
     * @return an adapter whose first source shows what {@link #publish} writes
     */
    NetworkAdapter open(AdapterContext context);

    /**
     * Gives the tokens and keys that the context of {@link #open} holds.
     *
     * @return none, unless the network wants some
     */
    default SecretProvider secrets() {
        return SecretProvider.none();
    }

    /**
     * Gives the pages and queries that the context of {@link #open} holds.
     *
     * @return nothing, unless the adapter's sources come from what is watched
     */
    default WatchList watchList() {
        return WatchList.NOTHING;
    }

    /**
     * Lets a citizen write a post, now.
     *
     * @param text what it says
     * @return its id
     */
    PostId publish(String text);

    /**
     * Lets the author change a post, now; called only if the adapter declares edits.
     *
     * @param post which
     * @param text the new text
     */
    default void edit(PostId post, String text) {
        throw new UnsupportedOperationException("The network declares no edits, or forgot to say how they are made.");
    }

    /**
     * Deletes a post, now; called only if the adapter declares deletions.
     *
     * @param post which
     */
    default void delete(PostId post) {
        throw new UnsupportedOperationException("The network declares no deletions, or forgot to say how.");
    }

    /**
     * Shows what stands under a post; called only if the adapter declares replies.
     *
     * @param post which
     * @return texts of all replies of ours that were taken, hidden ones too, in order
     */
    List<String> repliesTo(PostId post);

    /**
     * Lets the next call of the fault's kind misbehave; only kinds of what the adapter declares are asked for.
     *
     * @param fault how
     */
    void breakNext(Fault fault);

    @Override
    default void close() {
        // Most networks under test are objects of the test.
    }
}
