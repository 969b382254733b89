package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;

/** What the contracts of all capabilities of a network share. Extend the contracts, not this class. */
public abstract class NetworkContract {

    private static final int MOST_PAGES = 200;

    private final SettableClock clock = SettableClock.startingAt(Sample.START);
    private NetworkUnderTest underTest;
    private AdapterContext context;
    private NetworkAdapter adapter;

    /** Creates the contract; JUnit does. */
    protected NetworkContract() {}

    /**
     * Gives the network to examine.
     *
     * @param time the time in the network and in the desk; the kit moves it
     * @return a new one for each test
     */
    protected abstract NetworkUnderTest networkUnderTest(SettableClock time);

    @BeforeEach
    final void openNetwork() {
        underTest = networkUnderTest(clock);
        context = context(underTest.secrets());
        adapter = underTest.open(context);
    }

    private AdapterContext context(SecretProvider secrets) {
        return InMemoryContext.of(clock, secrets).watching(underTest.watchList());
    }

    @AfterEach
    final void closeNetwork() {
        underTest.close();
    }

    final NetworkUnderTest network() {
        return underTest;
    }

    final NetworkAdapter adapter() {
        return adapter;
    }

    /** The next process: what the adapter kept in the desk's care is still there, all else is gone. */
    final void restart() {
        adapter = underTest.open(context);
    }

    /** A process with another safe and nothing remembered. */
    final void restartWith(SecretProvider secrets) {
        context = context(secrets);
        restart();
    }

    final void minutePasses() {
        clock.advance(Duration.ofMinutes(1));
    }

    /** As long as an adapter may rest after an error before it calls again. */
    final void restPasses() {
        clock.advance(Duration.ofMinutes(10));
    }

    final PostId write(String text) {
        PostId post = underTest.publish(text);
        minutePasses();
        return post;
    }

    final SourceId source() {
        List<SourceId> sources = adapter.sources();
        assertFalse(sources.isEmpty(), "The adapter names no source.");
        return sources.get(0);
    }

    final AccountId account() {
        return source().account();
    }

    /** What is reported behind a cursor, and where reading ends. */
    record Reading(List<PostChange> changes, Cursor end) {

        List<PostId> ids() {
            return changes.stream().map(PostChange::id).toList();
        }

        Optional<PostChange> last(PostId id) {
            return changes.stream().filter(change -> change.id().equals(id)).reduce((before, after) -> after);
        }
    }

    final Reading readAll(Optional<Cursor> from, int limit) {
        List<PostChange> changes = new ArrayList<>();
        Optional<Cursor> cursor = from;
        boolean more = true;
        for (int pages = 0; more; pages++) {
            assertTrue(pages < MOST_PAGES, "Paging does not come to an end.");
            PostPage page = adapter.poll(source(), cursor, limit);
            changes.addAll(page.changes());
            cursor = Optional.of(page.next());
            more = page.more();
        }
        return new Reading(changes, cursor.orElseThrow());
    }

    final ReplyTarget target(PostId post) {
        return ReplyTarget.of(account(), post, Discussion.NONE);
    }

    static PublicationId key(int number) {
        return Sample.publicationId(number);
    }
}
