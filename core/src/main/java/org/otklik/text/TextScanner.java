package org.otklik.text;

import java.util.Objects;
import java.util.function.Function;
import org.otklik.post.Post;

/**
 * Scans post after post in memory that it uses again, so that a scan leaves no garbage; thread-safe.
 *
 * <p>Each thread that reads at the same time has memory of its own. The memory belongs to the scanner and goes with
 * it.
 */
public final class TextScanner {

    /** Memory that grew for a longer text is not kept. */
    private static final int LONGEST_KEPT = 1 << 16;

    private final WorkingMemory<Page> pages = new WorkingMemory<>(Page::new);

    /** Creates a scanner. */
    public TextScanner() {}

    /**
     * Scans a post and lets somebody read it.
     *
     * @param post any post
     * @param reader reads the text; it may hand it to other threads while it runs, but when it returns nobody may look
     *     at the text or its tokens any more, for they become those of another post
     * @param <T> what comes of it
     * @return what the reader returned
     */
    public <T> T read(Post post, Function<? super PostText, ? extends T> reader) {
        Objects.requireNonNull(post, "post");
        Page page = pages.take();
        page.reading.read(post);
        T made = reader.apply(page.text);
        if (page.reading.weight() <= LONGEST_KEPT) {
            page.reading.forget();
            pages.giveBack(page);
        }
        return made;
    }

    /** What one thread reads in. */
    private static final class Page {

        private final Reading reading = new Reading(new Vocabulary());
        private final PostText text = new PostText(reading);
    }
}
