package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;

/** What an adapter keeps that declares DELETIONS: a post that is gone is reported as gone. */
public abstract class DeletionsContract extends NetworkContract {

    /** Creates the contract; JUnit does. */
    protected DeletionsContract() {}

    private void delete(PostId id) {
        network().delete(id);
        minutePasses();
    }

    @Test
    final void a_post_that_was_read_before_is_reported_as_gone() {
        PostId id = write("Яма");
        PostId stays = write("Другое сообщение");
        Cursor end = readAll(Optional.empty(), 10).end();

        delete(id);

        Reading reading = readAll(Optional.of(end), 10);
        assertInstanceOf(
                PostChange.Gone.class,
                reading.last(id).orElseThrow(() -> new AssertionError("The deletion is not reported.")));
        assertFalse(
                reading.last(stays).filter(PostChange.Gone.class::isInstance).isPresent());
    }

    @Test
    final void a_post_that_was_deleted_before_it_was_read_does_not_end_as_present() {
        PostId id = write("Яма");
        delete(id);

        Reading reading = readAll(Optional.empty(), 10);

        assertFalse(
                reading.last(id).filter(PostChange.Present.class::isInstance).isPresent());
    }
}
