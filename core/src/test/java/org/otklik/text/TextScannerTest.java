package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;

class TextScannerTest {

    private final TextScanner scanner = new TextScanner();

    @Property(tries = 200)
    void one_text_after_another_is_scanned_as_it_is_alone(@ForAll List<String> texts) {
        for (String text : texts) {
            Post post = post(text, "Нет воды, а " + text);

            String read = scanner.read(post, TextScannerTest::show);

            assertEquals(show(PostText.of(post)), read);
        }
    }

    @Test
    void a_short_text_after_a_long_one_has_no_words_of_it() {
        scanner.read(post("яма ".repeat(500), "вода ".repeat(500)), TextScannerTest::show);

        int words = scanner.read(
                post("снег", ""),
                text -> text.own().size() + text.tokens(Segment.PARENT).size());

        assertEquals(1, words);
    }

    @Test
    void a_reader_may_scan_another_text_while_it_reads() {
        String both = scanner.read(post("яма", ""), outer -> {
            String inner = scanner.read(post("два слова", ""), TextScannerTest::show);
            return inner + show(outer);
        });

        assertEquals(show(PostText.of(post("два слова", ""))) + show(PostText.of(post("яма", ""))), both);
    }

    @Test
    void a_text_that_was_kept_shows_no_other_post() {
        List<PostText> kept = new ArrayList<>();
        scanner.read(post("яма", ""), kept::add);

        assertEquals(0, kept.get(0).own().size());
        assertThrows(NullPointerException.class, () -> kept.get(0).post());
    }

    @Test
    void threads_that_scan_at_once_see_their_own_texts() {
        List<String> expected = IntStream.range(0, 2_000)
                .mapToObj(i -> show(PostText.of(post("дом " + i + " вода".repeat(i % 40), ""))))
                .toList();

        List<String> read = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> scanner.read(post("дом " + i + " вода".repeat(i % 40), ""), TextScannerTest::show))
                .toList();

        assertEquals(expected, read);
    }

    @Test
    void memory_is_lent_again_when_it_was_given_back() {
        WorkingMemory<StringBuilder> memory = new WorkingMemory<>(StringBuilder::new);
        StringBuilder first = memory.take();

        assertNotSame(first, memory.take());
        memory.giveBack(first);
        assertSame(first, memory.take());
    }

    private static Post post(String text, String parent) {
        return Post.builder(PostId.of("vk", "2"), Instant.EPOCH)
                .text(text)
                .discussion(Discussion.under(PostId.of("vk", "1"), parent))
                .build();
    }

    private static String show(PostText text) {
        StringBuilder shown = new StringBuilder(text.post().id().toString());
        for (Segment segment : Segment.values()) {
            Tokens tokens = text.tokens(segment);
            shown.append(segment)
                    .append(tokens.questionMarks())
                    .append(tokens.links())
                    .append(tokens.capitalisedTokens())
                    .append(tokens.capitalsWithinSentences())
                    .append(tokens.upperCaseTokens())
                    .append(tokens.foreignShare());
            for (int i = 0; i < tokens.size(); i++) {
                shown.append(' ')
                        .append(tokens.start(i))
                        .append('-')
                        .append(tokens.end(i))
                        .append(tokens.word(i))
                        .append(tokens.stem(i))
                        .append(tokens.beginsSentence(i))
                        .append(tokens.isCapitalised(i))
                        .append(tokens.isNumber(i));
            }
        }
        return shown.toString();
    }
}
