package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetBitsTest {

    private static byte[] bits(List<int[]> sets, int... asked) {
        int words = sets.stream().flatMapToInt(Arrays::stream).max().orElse(0) + 1;
        return SetBits.ofWords(
                sets, asked, IntStream.generate(() -> 1).limit(words).toArray());
    }

    @Test
    void the_words_of_a_set_share_a_bit_and_other_sets_have_others() {
        byte[] bits = bits(List.of(new int[] {1, 2, 3}, new int[] {4, 5}), 0, 1);

        assertEquals(bits[1], bits[2]);
        assertEquals(bits[1], bits[3]);
        assertEquals(bits[4], bits[5]);
        assertNotEquals(bits[1], bits[4]);
    }

    @Test
    void a_word_of_two_sets_goes_with_the_set_that_is_asked_for_more_often() {
        byte[] bits = bits(List.of(new int[] {1, 2}, new int[] {2, 3}), 0, 1, 1, -1, -1, -1);

        assertEquals(bits[2], bits[3]);
        assertNotEquals(bits[1], bits[2]);
    }

    @Test
    void more_sets_than_bits_share_bits_evenly() {
        List<int[]> sets =
                IntStream.rangeClosed(1, 128).mapToObj(word -> new int[] {word}).toList();

        byte[] bits = bits(sets);

        for (int bit = 0; bit < Long.SIZE; bit++) {
            byte wanted = (byte) bit;
            assertEquals(
                    2,
                    IntStream.rangeClosed(1, 128)
                            .filter(word -> bits[word] == wanted)
                            .count());
        }
    }

    @Test
    void every_word_of_a_set_has_one_of_64_bits() {
        byte[] bits = bits(List.of(new int[] {1, 4}, new int[] {2, 4}, new int[] {3}), 2);

        assertTrue(IntStream.rangeClosed(1, 4).allMatch(word -> bits[word] >= 0 && bits[word] < Long.SIZE));
    }
}
