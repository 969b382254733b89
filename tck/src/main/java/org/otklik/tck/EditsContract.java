package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;

/** What an adapter keeps that declares EDITS: a changed text is reported. */
public abstract class EditsContract extends NetworkContract {

    /** Creates the contract; JUnit does. */
    protected EditsContract() {}

    private void edit(PostId id, String text) {
        network().edit(id, text);
        minutePasses();
    }

    private String lastText(PostId id, Optional<Cursor> from) {
        PostChange last =
                readAll(from, 10).last(id).orElseThrow(() -> new AssertionError("The edited post is not reported."));
        return ((PostChange.Present) last).post().text();
    }

    @Test
    final void a_post_that_was_read_before_is_reported_with_its_new_text() {
        PostId id = write("Яма");
        write("Другое сообщение");
        Cursor end = readAll(Optional.empty(), 10).end();

        edit(id, "Большая яма");

        assertEquals("Большая яма", lastText(id, Optional.of(end)));
    }

    @Test
    final void a_post_that_was_edited_before_it_was_read_ends_with_its_new_text() {
        PostId id = write("Яма");
        edit(id, "Яма засыпана");

        assertEquals("Яма засыпана", lastText(id, Optional.empty()));
    }

    @Test
    final void every_edit_is_reported() {
        PostId id = write("Раз");
        Cursor first = readAll(Optional.empty(), 10).end();
        edit(id, "Два");
        Cursor second = readAll(Optional.of(first), 10).end();
        edit(id, "Три");

        assertEquals("Три", lastText(id, Optional.of(second)));
    }
}
