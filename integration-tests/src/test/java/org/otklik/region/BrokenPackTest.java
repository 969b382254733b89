package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.otklik.PackMistake;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.RegionPackException;
import org.otklik.testkit.regions.MiniRegion;

class BrokenPackTest {

    static final List<String> FILES = List.of(
            "region.json",
            "topics.json",
            "places.csv",
            "bodies.json",
            "accounts.csv",
            "sources.csv",
            "queries.json",
            "routing.json",
            "calendar.csv",
            "sla.json",
            "lexicon/mini.json");

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        region.json;Asia/Vladivostok;Asia/Atlantis;5;value.zone
        region.json;"krai-head";"nobody";1;reference.body
        region.json;"version": "mini-1",;;1;field.missing
        region.json;"numberPrefix";"nummer";7;field.unknown
        region.json;"zone";"networks": [{"network": "FB!", "ru": "Ф", "en": "F"}], "zone";5;value.network
        region.json;"zone";"networks": [{"network": "fb", "ru": "", "en": "F"}], "zone";5;field.missing
        region.json;"zone";"networks": [{"network": "fb", "ru": "Ф", "en": "F", "mark": "*"}], "zone";5;field.unknown
        region.json;"zone";"networks": [{"network": "fb", "ru": "Ф", "en": "F", "footnoteEn": "f"}], "zone";5;entry.rejected
        region.json;"zone";"networks": [{"network": "fb", "ru": "Ф", "en": "F"}, {"network": "fb", "ru": "Ф", "en": "F"}], "zone";5;id.twice
        region.json;"zone";"networks": "fb", "zone";5;value.objects
        topics.json;"parent": "roads";"parent": "rods";4;reference.topic
        topics.json;"fastTrack": true;"fastTrack": "maybe";4;value.flag
        topics.json;"id": "health";"id": "safety";11;id.twice
        topics.json;"id": "health";"id": "Health!";10;value.id
        places.csv;kamensky-district.kamenka,Каменка,,SETTLEMENT;kamensky-district.kamenka,Каменка,,VILLAGE;14;value.choice
        places.csv;99602404106;99602404101;14;id.twice
        places.csv;99602404106;9960;14;value.oktmo
        places.csv;96000,2025-01-01;,;4;field.missing
        places.csv;14000,2025-01-01;14000,01.01.2025;7;value.date
        places.csv;п,kamensky-district;п,zarechinsk.portovy.x;14;reference.place
        places.csv;Каменка,,SETTLEMENT;Каменка,,SETTLEMENT,,;14;csv.cells
        places.csv;,Каменка,;,"Каменка,;14;csv.quote
        bodies.json;"kind": "UTILITY";"kind": "HEATER";13;value.choice
        bodies.json;"places": ["lugograd"];"places": ["gorod"];8;reference.place
        bodies.json;"genitive": "министерства дорог;"genitiv": "министерства дорог;6;body.name
        bodies.json;"until": "2026-06-30";"from": "2026-07-01", "until": "2026-06-30";13;validity.order
        accounts.csv;lugograd_official,adm-lugograd;lugograd_official,adm-gorod;11;reference.body
        accounts.csv;min_health_press,yes;min_health_press,perhaps;7;value.flag
        accounts.csv;zarechinsk_second,yes,2;zarechinsk_second,yes,two;9;value.number
        sources.csv;lugograd_ok,lugograd;lugograd_ok,gorod;4;reference.place
        sources.csv;vk,krai_online;VK!,krai_online;3;value.network
        queries.json;"text": "\\"Озёрный край\\"";"text": "";3;field.missing
        queries.json;"text": "\\"Озёрный край\\"";"text": "(Озёрный | край";3;value.search
        queries.json;"text": "\\"Озёрный край\\"";"text": "-продам";3;value.search
        queries.json;"text": "\\"Озёрный край\\"";"text": "\\"Озёрный край";3;value.search
        queries.json;"networks": ["vk"];"networks": ["VK!"];3;value.network
        queries.json;"id": "krai";"name": "krai";3;field.unknown
        routing.json;"topic": "health";"topic": "healht";9;reference.topic
        routing.json;"lead": "min-health";"lead": "min-helth";9;reference.body
        routing.json;"lead": "adm-{municipality}", "next": ["min-roads"];"lead": "town-{municipality}", "next": ["min-roads"];3;row.gap
        routing.json;"scales": ["REGIONAL"];"scales": ["GALACTIC"];4;value.choice
        routing.json;"places": ["zarechinsk"], "lead": "adm-{district}";"places": ["gorod"], "lead": "adm-{district}";6;reference.place
        calendar.csv;2026-11-04,OFF;2026-11-04,FREE;4;value.choice
        calendar.csv;office,2026-11-03;bureau,2026-11-03;3;calendar.unknown
        sla.json;"PT24H";"24 hours";9;value.duration
        sla.json;"calendar": "24x7";"calendar": "24x7", "topic": "rods";9;reference.topic
        sla.json;"calendar": "24x7";"calendar": "24x7", "lead": "nobody";9;reference.body
        sla.json;"09:00-18:00";"nine to six";6;value.hours
        sla.json;"calendar": "24x7";"calendar": "round";9;calendar.unknown
        sla.json;"targets": [;"targets": {;9;json.syntax
        lexicon/mini.json;"roads.potholes";"roads.holes";4;lexicon
        """)
    void a_mistake_is_told_with_its_file_and_line(String file, String right, String wrong, int line, String code) {
        UnaryOperator<String> change = text -> {
            assertThat(text).contains(right);
            return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        };

        List<PackMistake> mistakes = mistakes(Packs.changed(MiniRegion.source(), file, change));

        assertThat(mistakes)
                .anyMatch(mistake -> mistake.file().equals(file)
                        && mistake.line() == line
                        && mistake.code().equals(code));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void a_missing_file_is_told_and_no_other_file_is_blamed_for_what_it_would_say(String file) {
        List<PackMistake> mistakes = mistakes(Packs.without(MiniRegion.source(), file));

        assertThat(mistakes).containsExactly(new PackMistake(file, 0, "file.missing", List.of()));
    }

    @Test
    void mistakes_of_all_files_are_told_at_once_in_both_languages() {
        PackSource broken = MiniRegion.source();
        broken = Packs.changed(
                broken, "topics.json", text -> text.replace("\"parent\": \"housing\"", "\"parent\": \"hous\""));
        broken = Packs.changed(broken, "places.csv", text -> text.replace("99602404106", "1"));
        broken = Packs.changed(broken, "bodies.json", text -> text.replace("\"kind\": \"UTILITY\"", "\"kind\": \"X\""));
        broken = Packs.changed(broken, "sla.json", text -> text.replace("PT24H", "soon"));
        PackSource pack = broken;

        RegionPackException refusal = assertThrows(RegionPackException.class, () -> Region.load(pack));

        assertThat(refusal.mistakes())
                .extracting(PackMistake::file)
                .containsExactly("bodies.json", "places.csv", "sla.json", "topics.json");
        assertThat(refusal.message(RUSSIAN)).contains("places.csv:14: «oktmo»: «1» не код ОКТМО");
        assertThat(refusal.message(Locale.ENGLISH)).contains("places.csv:14: 'oktmo' is '1', which is no OKTMO code");
        assertThat(refusal).hasMessageContaining("topics.json:9");
    }

    @Test
    void a_search_that_cannot_be_read_is_told_with_its_line_in_both_languages() {
        PackSource pack = Packs.changed(
                MiniRegion.source(),
                "queries.json",
                text -> text.replace("\"text\": \"\\\"Озёрный край\\\"\"", "\"text\": \"(яма | ямы\""));

        RegionPackException refusal = assertThrows(RegionPackException.class, () -> Region.load(pack));

        assertThat(refusal.mistakes()).hasSize(1);
        assertThat(refusal.message(RUSSIAN))
                .contains("queries.json:3: «text»: «(яма | ямы» нельзя прочесть как поиск.");
        assertThat(refusal.message(Locale.ENGLISH))
                .contains("queries.json:3: 'text' is '(яма | ямы', which cannot be read as a search.");
    }

    @Test
    void every_mistake_has_a_text_in_both_languages() {
        for (String file : FILES) {
            for (PackMistake mistake : mistakes(Packs.changed(MiniRegion.source(), file, text -> "{"))) {
                assertThat(mistake.message(RUSSIAN)).doesNotContain(mistake.code() + " [");
                assertThat(mistake.message(Locale.ENGLISH)).doesNotContain(mistake.code() + " [");
            }
        }
    }

    @Test
    void a_file_that_is_not_utf_8_is_told() {
        PackSource pack = file -> file.equals("places.csv")
                ? Optional.of(new ByteArrayInputStream(new byte[] {(byte) 0xcf, (byte) 0xf0, (byte) 0xe8}))
                : MiniRegion.source().open(file);

        assertThat(mistakes(pack)).contains(new PackMistake("places.csv", 0, "file.encoding", List.of()));
    }

    private static List<PackMistake> mistakes(PackSource pack) {
        return assertThrows(RegionPackException.class, () -> Region.load(pack)).mistakes();
    }
}
