package org.otklik.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    private static final PostId ID = new PostId(new NetworkId("board"), "1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vk.com/wall-1_2?reply=3&thread=4",
                "https://www.facebook.com/1/posts/2?comment_id=3",
                "http://город.рф/жалоба",
                "https://t.me/c/1/2#top",
                "https://max.ru/%D0%B0"
            })
    void an_address_of_the_web_is_told_as_it_was_written(String text) {
        Post post = Post.builder(ID, Instant.EPOCH).address(text).build();

        assertEquals(Optional.of(text), post.address().map(URI::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://", "https:///a", "/relative", "javascript:alert(1)", "mailto:a@b.ru", "https://a b"
            })
    void what_is_no_address_of_the_web_changes_nothing(String text) {
        Post post = Post.builder(ID, Instant.EPOCH)
                .address("https://vk.com/1")
                .address(text)
                .build();

        assertThat(post.address()).contains(URI.create("https://vk.com/1"));
    }

    @Test
    void it_makes_no_difference_in_which_way_an_address_was_told() {
        Post one = Post.builder(ID, Instant.EPOCH).address("https://vk.com/1").build();
        Post other = Post.builder(ID, Instant.EPOCH)
                .address(URI.create("https://vk.com/1"))
                .build();

        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(one, one.toBuilder().build());
    }

    @Property
    void whatever_is_taken_unread_can_be_read(
            @ForAll
                    @CharRange(from = 'a', to = 'c')
                    @CharRange(from = '0', to = '9')
                    @Chars({'-', '.', '_', '~', '/', '?', '=', '&', '+', ':', '@', ',', ';', '%', '#'})
                    String rest) {
        String text = "https://" + rest;
        Assume.that(Link.isPlain(text));

        assertEquals(text, URI.create(text).toString());
    }
}
