package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.Region;
import org.otklik.classify.Topic;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Place;
import org.otklik.place.Scale;
import org.otklik.post.NetworkId;
import org.otklik.route.BodyKind;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.Route;
import org.otklik.route.Route.Routed;
import org.otklik.route.Route.Unroutable;
import org.otklik.route.Route.Unroutable.Reason;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.WorkCalendar;

class SamaraPackTest {

    private final Region samara = Packs.samara();

    @Test
    void the_pack_loads_without_a_mistake_and_names_itself() {
        assertEquals("samara-region", samara.id());
        assertEquals("Самарская область", samara.name(Locale.forLanguageTag("ru")));
        assertEquals("Europe/Samara", samara.zone().getId());
        assertTrue(samara.lexicon().size() >= 0);
    }

    @Test
    void there_are_37_municipalities_with_population_and_nine_districts_of_the_city() {
        List<Place> municipalities = samara.gazetteer().municipalities();

        assertEquals(37, municipalities.size());
        assertThat(municipalities).allMatch(place -> place.population().isPresent());
        assertThat(municipalities)
                .filteredOn(place -> place.kind() == Place.Kind.URBAN_OKRUG)
                .hasSize(10);
        assertEquals(9, innerDistrictsOf("samara"));
        assertThat(samara.gazetteer().all()).hasSizeGreaterThan(1300);
    }

    @Test
    void no_two_places_share_a_code() {
        List<String> codes = samara.gazetteer().all().stream()
                .flatMap(place -> place.oktmo().stream())
                .toList();

        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(1300);
    }

    @Test
    void every_municipality_and_district_of_the_city_has_its_administration() {
        assertThat(Stream.concat(
                        samara.gazetteer().municipalities().stream(),
                        samara.gazetteer().all().stream().filter(this::isDistrictOfSamara)))
                .allMatch(place -> samara.bodies()
                        .findActive(BodyId.of("adm-" + place.id()), LocalDate.of(2026, 11, 23))
                        .filter(body -> body.kind() == BodyKind.MUNICIPALITY)
                        .isPresent());
    }

    @Test
    void every_kind_of_body_stands_in_the_pack() {
        assertThat(samara.bodies().all()).extracting(ResponsibleBody::kind).contains(BodyKind.values());
        assertThat(samara.bodies().all())
                .filteredOn(body -> body.kind() == BodyKind.FEDERAL_BODY)
                .allMatch(ResponsibleBody::external);
    }

    @Test
    void every_topic_goes_somewhere_in_every_municipality_at_every_scale() {
        List<String> lost = new ArrayList<>();
        for (Topic topic : samara.topics().all()) {
            for (Place place : samara.gazetteer().municipalities()) {
                for (Scale scale : Scale.values()) {
                    Route route = samara.routingTable().route(Packs.request(topic.id(), scale, place.id()));
                    if (!isSomewhere(route)) {
                        lost.add(topic.id() + " " + place.id() + " " + scale + ": " + route);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void every_topic_goes_somewhere_when_it_concerns_the_region_as_a_whole() {
        assertThat(samara.topics().all())
                .allSatisfy(topic -> assertTrue(isSomewhere(
                        samara.routingTable().route(Packs.request(topic.id(), Scale.MUNICIPAL, samara.place())))));
    }

    private static boolean isSomewhere(Route route) {
        return route instanceof Routed
                || (route instanceof Unroutable queued
                        && queued.reason() == Reason.FEDERAL_EXTERNAL
                        && !queued.candidates().isEmpty());
    }

    @Test
    void known_matters_go_where_people_of_the_region_expect() {
        assertEquals("adm-tolyatti", lead("roads.potholes", Scale.HOUSE_OR_STREET, "tolyatti"));
        assertEquals("adm-samara.kirovsky", lead("improvement.cleaning", Scale.HOUSE_OR_STREET, "samara.kirovsky"));
        assertEquals("adm-samara", lead("improvement.cleaning", Scale.HOUSE_OR_STREET, "samara"));
        assertEquals(
                "adm-volzhsky-district", lead("waste.collection", Scale.SETTLEMENT, "volzhsky-district.roshchinsky"));
        assertEquals("min-transport", lead("roads.repair", Scale.REGIONAL, "koshkinsky-district"));
        assertEquals("min-transport", lead("roads.repair", Scale.REGIONAL, "samara"));
        assertEquals("min-health", lead("health.appointment", Scale.MUNICIPAL, "otradny"));
        assertThat(routed("health.appointment", Scale.MUNICIPAL, "otradny").coExecutors())
                .containsExactly(BodyId.of("adm-otradny"));
        assertThat(routed("housing.heating", Scale.HOUSE_OR_STREET, "tolyatti").coExecutors())
                .containsExactly(BodyId.of("heat-tolyatti"));
    }

    @Test
    void every_body_of_the_region_can_answer_in_the_two_networks_that_the_law_names() {
        for (String network : List.of("vk", "ok")) {
            assertThat(samara.bodies().activeOn(LocalDate.of(2026, 11, 23)))
                    .allMatch(body -> samara.accounts()
                            .accountFor(body.id(), NetworkId.of(network))
                            .isPresent());
        }
        assertEquals(
                Optional.of(BodyId.of("governor")), samara.accounts().official(NetworkId.of("vk"), "governor_samara"));
        assertEquals(
                Optional.of(BodyId.of("adm-samara")),
                samara.accounts().official(NetworkId.of("ok"), "official_samara_gov"));
    }

    @Test
    void the_calendar_follows_the_decree_of_2026_and_knows_its_end() {
        WorkCalendar office = samara.calendars().calendar(CalendarCode.of("office"));

        assertEquals(Duration.ZERO, worked(office, LocalDate.of(2026, 1, 9)));
        assertEquals(Duration.ofHours(8), worked(office, LocalDate.of(2026, 1, 12)));
        assertEquals(Duration.ofHours(7), worked(office, LocalDate.of(2026, 11, 3)));
        assertEquals(Duration.ZERO, worked(office, LocalDate.of(2026, 12, 31)));
        assertEquals(Optional.of(LocalDate.of(2027, 12, 31)), office.lastKnownDay());
    }

    @Test
    void region_json_names_every_file_of_the_lexicon() throws Exception {
        try (Stream<Path> files = Files.list(lexiconFolder())) {
            String named = Files.readString(lexiconFolder().resolveSibling("region.json"));

            assertThat(files).isNotEmpty().allMatch(file -> named.contains("\"lexicon/" + file.getFileName() + "\""));
        }
    }

    private static Path lexiconFolder() {
        Path modules = Files.isDirectory(Path.of("region-samara")) ? Path.of("") : Path.of("..");
        return modules.resolve("region-samara/src/main/resources/regions/samara/lexicon");
    }

    private Duration worked(WorkCalendar calendar, LocalDate day) {
        ZonedDateTime start = day.atTime(LocalTime.MIDNIGHT).atZone(samara.zone());
        return calendar.between(start.toInstant(), start.plusDays(1).toInstant());
    }

    private long innerDistrictsOf(String city) {
        return samara.gazetteer().all().stream()
                .filter(place -> place.kind() == Place.Kind.INNER_DISTRICT)
                .filter(place -> place.parent().equals(Optional.of(PlaceId.of(city))))
                .count();
    }

    private boolean isDistrictOfSamara(Place place) {
        return place.kind() == Place.Kind.INNER_DISTRICT && place.parent().equals(Optional.of(PlaceId.of("samara")));
    }

    private String lead(String topic, Scale scale, String place) {
        return routed(topic, scale, place).lead().value();
    }

    private Routed routed(String topic, Scale scale, String place) {
        return assertInstanceOf(
                Routed.class, samara.routingTable().route(Packs.request(TopicId.of(topic), scale, PlaceId.of(place))));
    }
}
