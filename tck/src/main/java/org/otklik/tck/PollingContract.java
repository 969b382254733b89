package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.post.CleanText;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.testkit.Fault;

/** What an adapter keeps that declares POLL: everything published is returned, from any cursor, and nothing is lost. */
public abstract class PollingContract extends NetworkContract {

    /** Creates the contract; JUnit does. */
    protected PollingContract() {}

    private List<PostId> write(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> write("Сообщение номер " + i))
                .toList();
    }

    @Test
    final void every_source_belongs_to_an_account_of_the_network() {
        assertFalse(adapter().sources().isEmpty());
        adapter()
                .sources()
                .forEach(source ->
                        assertEquals(adapter().network(), source.account().network()));
        assertEquals(adapter().sources(), adapter().sources());
    }

    @Test
    final void a_post_comes_with_its_text_time_and_network() {
        PostId id = write("Яма на улице Победы");

        Reading reading = readAll(Optional.empty(), 10);

        PostChange.Present present =
                (PostChange.Present) reading.last(id).orElseThrow(() -> new AssertionError("The post is not there."));
        Post post = present.post();
        assertEquals("Яма на улице Победы", post.text());
        assertEquals(adapter().network(), post.id().network());
        assertEquals(Sample.START.getEpochSecond(), post.publishedAt().getEpochSecond());
    }

    @Test
    final void paging_returns_everything_and_comes_to_an_end() {
        List<PostId> written = write(25);

        Reading reading = readAll(Optional.empty(), 4);

        assertEquals(new HashSet<>(written), new HashSet<>(reading.ids()));
    }

    @Test
    final void a_page_is_not_much_larger_than_wanted() {
        write(25);

        PostPage page = adapter().poll(source(), Optional.empty(), 4);

        assertTrue(page.changes().size() < 25, "The limit was not heeded.");
        assertTrue(page.more(), "The page does not say that more is waiting.");
    }

    @Test
    final void behind_the_end_nothing_is_new_until_something_is_published() {
        write(3);
        Cursor end = readAll(Optional.empty(), 10).end();

        Reading nothing = readAll(Optional.of(end), 10);
        PostId fresh = write("Ещё одна яма");
        Reading something = readAll(Optional.of(nothing.end()), 10);

        assertTrue(something.ids().contains(fresh));
    }

    @Test
    final void an_empty_network_gives_an_empty_page_and_a_cursor() {
        PostPage page = adapter().poll(source(), Optional.empty(), 10);
        PostId fresh = write("Первое сообщение");

        assertEquals(List.of(), page.changes());
        assertFalse(page.more());
        assertTrue(readAll(Optional.of(page.next()), 10).ids().contains(fresh));
    }

    @Test
    final void a_page_that_was_not_stored_comes_again() {
        write(9);
        PostPage first = adapter().poll(source(), Optional.empty(), 3);

        PostPage lost = adapter().poll(source(), Optional.of(first.next()), 3);
        PostPage again = adapter().poll(source(), Optional.of(first.next()), 3);

        assertFalse(lost.changes().isEmpty());
        assertEquals(
                lost.changes().stream().map(PostChange::id).toList(),
                again.changes().stream().map(PostChange::id).toList());
    }

    @Test
    final void another_process_goes_on_in_the_middle_of_paging() {
        List<PostId> written = write(9);
        PostPage first = adapter().poll(source(), Optional.empty(), 3);

        restart();
        Set<PostId> all = new HashSet<>(readAll(Optional.of(first.next()), 3).ids());
        first.changes().forEach(change -> all.add(change.id()));

        assertEquals(new HashSet<>(written), all);
    }

    @Test
    final void strange_texts_arrive_as_they_were_written() {
        PoisonTexts.ALL.forEach((name, text) -> {
            if (!text.isBlank() && text.length() < 4000) {
                PostId id = write(text);

                PostChange found = readAll(Optional.empty(), 50)
                        .last(id)
                        .orElseThrow(() -> new AssertionError("The post is not there: " + name));
                assertEquals(
                        CleanText.of(text), ((PostChange.Present) found).post().text(), name);
            }
        });
    }

    @Test
    final void a_failed_call_throws_and_loses_nothing() {
        List<PostId> written = write(3);
        network().breakNext(Fault.POLL_FAILS);

        AdapterException failure =
                assertThrows(AdapterException.class, () -> adapter().poll(source(), Optional.empty(), 10));

        assertTrue(failure.kind().isPassing());
        restPasses();
        assertEquals(
                new HashSet<>(written),
                new HashSet<>(readAll(Optional.empty(), 10).ids()));
    }

    @Test
    final void a_network_that_wants_a_rest_is_quoted() {
        network().breakNext(Fault.POLL_RATE_LIMIT);

        AdapterException failure =
                assertThrows(AdapterException.class, () -> adapter().poll(source(), Optional.empty(), 10));

        assertTrue(failure.kind().isPassing());
        assertTrue(failure.retryAfter().isPresent());
    }
}
