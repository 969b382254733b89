package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.PostId;

class TgTargetTest {

    @ParameterizedTest
    @CsvSource({
        "supergroup, -1001500000001, 42, -1001500000001:42",
        "channel, -1001500000001, 42, post:-1001500000001:42",
        "group, -4500001, 42, bot7:-4500001:42",
        "private, 5500000001, 42, bot7:5500000001:42"
    })
    void ids_say_who_counts_and_are_read_again(String type, long chat, long message, String id) {
        TgTarget target = TgTarget.of(type, 7, chat, message);

        assertEquals(PostId.of("telegram", id), target.id());
        assertEquals(Optional.of(target), TgTarget.parse(target.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "a:b",
                ":",
                "post:",
                "post:1",
                "bot:1:2",
                "botx:1:2",
                "bot7:1",
                "1:2:3",
                "1:99999999999999999999"
            })
    void what_is_no_id_of_ours_is_none(String id) {
        assertEquals(Optional.empty(), TgTarget.parse(PostId.of("telegram", id)));
    }

    @Test
    void an_id_of_another_network_is_none() {
        assertEquals(Optional.empty(), TgTarget.parse(PostId.of("vk", "-1:2")));
    }
}
