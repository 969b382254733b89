package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.SearchExpression;

/** The small rules: times, mark-up, ids, addresses, tags, cursors. */
class OkReadingTest {

    private static JsonNode dated(String date) {
        return JsonNodeFactory.instance.objectNode().put("date", date);
    }

    /** The clock of Moscow stood four hours before Greenwich until October 2014 and three since. */
    @ParameterizedTest
    @CsvSource({
        "2014-04-11 12:53:02, 2014-04-11T08:53:02Z",
        "2026-11-19 09:00:00, 2026-11-19T06:00:00Z",
        "2010-07-01 12:00:00, 2010-07-01T08:00:00Z",
        "2010-01-01 12:00:00, 2010-01-01T09:00:00Z"
    })
    void a_date_without_zone_is_moscows_with_its_history(String date, Instant expected) {
        assertEquals(Optional.of(expected), OkTime.read(dated(date), "date"));
        assertEquals(date, OkTime.moscow(expected));
    }

    @Test
    void milliseconds_go_before_the_date_and_nonsense_is_no_time() {
        JsonNode both = JsonNodeFactory.instance
                .objectNode()
                .put("date", "2014-04-11 12:53:02")
                .put("date_ms", 1397206382471L);

        assertEquals(Optional.of(Instant.ofEpochMilli(1397206382471L)), OkTime.read(both, "date"));
        assertEquals(Optional.empty(), OkTime.read(dated("вчера"), "date"));
        assertEquals(Optional.empty(), OkTime.read(dated(""), "date"));
    }

    @ParameterizedTest
    @CsvSource({
        "Тема в группе {group:47241470410797}Кока-Кола{group}!, Тема в группе Кока-Кола!",
        "{user:5}Имя{user} и {media_topic:6}тема{media_topic}, Имя и тема",
        "Скобки {group} и {x:1} остаются, Скобки {group} и {x:1} остаются"
    })
    void mark_up_leaves_its_words(String text, String plain) {
        assertEquals(plain, OkMarkup.plain(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GROUP_TOPIC:62190641299501",
                "GROUP_TOPIC:62503929662320:MTM5NzIwNjMzNjI2MTotODE0MzoxMzk3MjA2MzM2MjYxOjYyNTAzOTI5NjYyMzIwOjE=",
                "chat:C3ecb9d02a600:C3ecb9d02a600.15cea67d78d2059"
            })
    void an_id_names_all_that_an_answer_needs(String nativeId) {
        PostId id = PostId.of("ok", nativeId);

        assertEquals(id, OkTarget.of(id).orElseThrow().post());
    }

    @ParameterizedTest
    @ValueSource(strings = {"62190641299501", "chat:C3", ":1", "GROUP_TOPIC:", "GROUP_TOPIC:1:"})
    void other_ids_name_nothing(String nativeId) {
        assertEquals(Optional.empty(), OkTarget.of(PostId.of("ok", nativeId)));
        assertEquals(Optional.empty(), OkTarget.of(PostId.of("vk", "GROUP_TOPIC:1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"217.20.145.192", "217.20.145.207", "217.20.151.175", "::ffff:217.20.153.63"})
    void addresses_of_the_network_are_believed(String address) {
        assertTrue(SourceRanges.of(SourceRanges.PUBLISHED).has(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "217.20.145.191",
                "217.20.145.208",
                "127.0.0.1",
                "",
                "::1",
                "217.20.145.193.nip.io",
                "217.20.145",
                "3642002881",
                "217.20.145.193 ",
                "217.20.145.0193",
                "999.20.145.193"
            })
    void other_addresses_are_not(String address) {
        assertFalse(SourceRanges.of(SourceRanges.PUBLISHED).has(address));
    }

    private static Optional<Hashtags> tags(String expression) {
        return Hashtags.of(SearchExpression.parse(expression));
    }

    @Test
    void a_group_of_only_tags_is_searched_for_and_the_rest_is_checked_here() {
        Hashtags tags = tags("(Самара | Тольятти) (#жкх | #дороги) -реклама").orElseThrow();

        assertEquals(List.of("жкх", "дороги"), tags.tags());
        assertTrue(tags.fits("Тольятти без тепла #ЖКХ"));
        assertFalse(tags.fits("Самарский двор #жкх"));
        assertFalse(tags.fits("Самара #жкхофис"));
        assertFalse(tags.fits("Самара, реклама #дороги"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Самара яма", "(#жкх | тепло)", "\"нет воды\""})
    void without_a_group_of_only_tags_nothing_can_be_searched_for(String expression) {
        assertEquals(Optional.empty(), tags(expression));
    }

    @Test
    void a_round_that_is_under_way_survives_in_its_cursor() {
        Instant now = Instant.parse("2026-11-19T06:00:00Z");
        Round round = Round.of(Optional.empty());
        round.begin(now, Duration.ofHours(1), Duration.ofDays(2));
        round.todo.add("GROUP_TOPIC:1");
        round.inner = "7";

        Round next = Round.of(Optional.of(round.cursor()));

        assertTrue(next.isUnderWay());
        assertEquals(round.cursor(), next.cursor());
        assertEquals(now.minus(Duration.ofDays(2)), next.floor);
    }

    @Test
    void a_round_begins_where_the_last_one_began_and_rereads_once_in_a_while() {
        Instant now = Instant.parse("2026-11-19T06:00:00Z");
        Round round = Round.of(Optional.empty());
        round.begin(now, Duration.ofHours(1), Duration.ofDays(2));
        round.saw(now.plusSeconds(300));
        round.end(now.plusSeconds(600));

        assertTrue(round.isTooEarly(now.plusSeconds(601), Duration.ofMinutes(2)));
        assertFalse(round.isTooEarly(now, Duration.ofMinutes(2)), "The clock went back.");
        round.begin(now.plusSeconds(900), Duration.ofHours(1), Duration.ofDays(2));
        assertEquals(now.minusSeconds(120), round.floor);
        round.end(now.plusSeconds(900));
        round.begin(now.plusSeconds(3600), Duration.ofHours(1), Duration.ofDays(2));
        assertEquals(now.plusSeconds(3600).minus(Duration.ofDays(2)), round.floor);
    }

    @Test
    void a_full_cursor_fits() {
        Round round = Round.of(Optional.empty());
        round.begin(Instant.parse("2026-11-19T06:00:00Z"), Duration.ofHours(1), Duration.ofDays(2));
        for (int i = 0; i < 50; i++) {
            round.todo.add("HAPPENING_TOPIC:9223372036854775807");
        }
        round.anchor = "a".repeat(200);

        assertTrue(round.cursor().value().length() < 4000);
    }

    @Test
    void a_cursor_of_another_version_reads_everything_recent_again() {
        Round round = Round.of(Optional.of(new Cursor("not json")));

        assertFalse(round.isUnderWay());
        assertFalse(round.isTooEarly(Instant.EPOCH, Duration.ofDays(1)));
    }

    @Test
    void normal_texts_differ_in_words_only() {
        assertEquals(OwnReplies.normal("Ёлка  и \n йод "), OwnReplies.normal("Е\u0308лка и и\u0306од"));
        assertFalse(OwnReplies.normal("да").equals(OwnReplies.normal("Да")));
    }

    @Test
    void all_mistakes_of_the_settings_are_told_at_once() {
        OkSettingsBuilder builder = OkSettings.builder(" ", new NoTransport())
                .account("a", "group:1")
                .account("a")
                .calls(0, Duration.ofSeconds(1))
                .searchesPerDay(-1)
                .webhookSources(List.of("localhost"));

        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());

        for (String part : List.of("application key", "group:1", "used twice", "calls", "searches", "localhost")) {
            assertTrue(message.contains(part), message);
        }
    }
}
