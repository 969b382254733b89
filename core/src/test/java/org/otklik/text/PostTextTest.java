package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;

class PostTextTest {

    @Test
    void tokens_point_into_the_original_text() {
        String text = "Яма на ул. Победы, 12а!";

        assertEquals(List.of("Яма", "на", "ул", "Победы", "12а"), words(text));
    }

    @Test
    void markup_links_and_mentions_are_no_words() {
        String text = "[id15|Иван Петров], <b>нет</b>&nbsp;воды https://vk.com/wall1_2?x=[1] @tlt_online www.a.ru ok";

        assertEquals(List.of("нет", "воды", "ok"), words(text));
    }

    @Test
    void words_of_a_hashtag_are_words() {
        Tokens tokens = PostText.tokens("#нет_воды вот");

        assertEquals(3, tokens.size());
        assertTrue(tokens.isHashtag(0) && tokens.isHashtag(1));
        assertFalse(tokens.isHashtag(2));
    }

    @Test
    void a_stop_after_a_short_word_ends_no_sentence() {
        Tokens tokens = PostText.tokens("ул. Мира. Дорога разбита. Когда");

        assertFalse(tokens.beginsSentence(1));
        assertTrue(tokens.beginsSentence(4));
    }

    @Test
    void copies_that_differ_in_dress_have_one_hash() {
        TextHash plain = of("Третий день нет воды на Победы").normalisedHash();

        assertEquals(
                plain,
                of("ТРЕТИЙ день, нет воды... на Победы!!! 😡 https://x.ru").normalisedHash());
        assertNotEquals(plain, of("Третий день нет света на Победы").normalisedHash());
        assertNotEquals(plain, of("Третий день воды нет на Победы").normalisedHash());
    }

    @Test
    void parent_and_root_are_scanned_apart() {
        PostId id = PostId.of("vk", "1");
        Discussion discussion = Discussion.under(id, "Нет воды").withRoot(id, "Новости города сегодня");
        Post post = Post.builder(PostId.of("vk", "2"), Instant.EPOCH)
                .text("и у нас")
                .discussion(discussion)
                .build();

        PostText text = PostText.of(post);

        assertEquals(3, text.own().size());
        assertEquals(2, text.tokens(Segment.PARENT).size());
        assertEquals(3, text.tokens(Segment.ROOT).size());
        assertEquals(0, text.tokens(Segment.PAGE).size());
    }

    @Test
    void letters_that_russian_lacks_are_counted() {
        assertTrue(PostText.tokens("Хәерле көн, авылда су юк").foreignShare() > 0.3);
        assertEquals(0, PostText.tokens("Ёжик ещё живой").foreignTokens());
    }

    @Test
    void numbers_and_capitals_are_counted_where_sentences_begin_and_within_them_and_words_of_capitals() {
        Tokens tokens = PostText.tokens("Яма у Дома быта! СРОЧНО почините! ул Мира 5, корп. 2а");

        assertEquals(4, tokens.capitalisedTokens());
        assertEquals(2, tokens.capitalsWithinSentences());
        assertEquals(1, tokens.upperCaseTokens());
        assertEquals(2, tokens.numberTokens());
    }

    @Property
    void any_characters_are_safe_and_spans_lie_inside(@ForAll("texts") String text) {
        Tokens tokens = PostText.tokens(text);

        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertTrue(tokens.start(i) >= last && tokens.start(i) < tokens.end(i) && tokens.end(i) <= text.length());
            last = tokens.end(i);
        }
    }

    @Property
    void scanning_a_text_twice_gives_the_same(@ForAll("texts") String text) {
        assertEquals(of(text).normalisedHash(), of(text).normalisedHash());
    }

    @Test
    void the_longest_text_is_read() {
        assertEquals(20_000, PostText.tokens("яма ".repeat(20_000)).size());
        assertEquals(1, PostText.tokens("я".repeat(100_000)).size());
        assertTrue(PostText.tokens("<a[id&#@".repeat(12_000)).size() >= 0);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> likely = Arbitraries.strings()
                .withChars("абвёйЯ az09.,!?-#@[]|<>&;:/ \n\t\uD83D\uDE21\u0301\u200B\u0306")
                .ofMaxLength(200);
        Arbitrary<String> pieces = Arbitraries.of("[id1|", "<b", "&nbsp;", "https://", "#", "@a", "\uD83D", "и\u0306")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(any, likely, pieces);
    }

    private static List<String> words(String text) {
        Tokens tokens = PostText.tokens(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> text.substring(tokens.start(i), tokens.end(i)))
                .toList();
    }

    private static PostText of(String text) {
        return PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build());
    }
}
