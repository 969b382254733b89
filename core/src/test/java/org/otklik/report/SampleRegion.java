package org.otklik.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.classify.Topic;
import org.otklik.classify.TopicTree;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Place;
import org.otklik.place.Population;
import org.otklik.post.NetworkNames;
import org.otklik.route.BodyDirectory;
import org.otklik.route.BodyKind;
import org.otklik.route.CaseForms;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.Validity;
import org.otklik.sla.WorkCalendars;

/** A small region whose names several tests share. */
final class SampleRegion {

    static final Instant FROM = Instant.parse("2025-11-01T00:00:00Z");
    static final Instant BEFORE = Instant.parse("2025-12-01T00:00:00Z");
    static final Instant AS_OF = Instant.parse("2025-11-20T08:00:00Z");
    static final ReportFrame FRAME = ReportFrame.of(
            new ReportPeriod(FROM, BEFORE), AS_OF, ZoneId.of("Europe/Samara"), "samara-2025.11", "rules-7");
    static final List<String> MUNICIPALITIES = List.of("samara", "tolyatti", "syzran", "volzhsky-district");
    static final List<String> BODIES = List.of("adm-samara", "adm-tolyatti", "adm-syzran", "min-health");
    static final List<String> TOPICS =
            List.of("roads", "roads.potholes", "roads.snow", "housing.heating", "health.queues");

    private SampleRegion() {}

    static ReportTally tally() {
        return ReportTally.begin(FRAME, names(), WorkCalendars.of());
    }

    static ReportNames names() {
        return names("Тольятти", "Администрация Тольятти", "Ямы на дорогах");
    }

    static ReportNames names(String place, String body, String topic) {
        return new ReportNames(topics(topic), bodies(body), places(place), NetworkNames.none());
    }

    private static TopicTree topics(String potholes) {
        return TopicTree.of(List.of(
                Topic.of("roads", "Дороги", "Roads"),
                Topic.of("roads.potholes", potholes, "Potholes"),
                Topic.of("roads.snow", "Очистка дорог от снега", "Snow on roads"),
                Topic.of("housing", "ЖКХ", "Housing"),
                Topic.of("housing.heating", "Отопление", "Heating"),
                Topic.of("health", "Здравоохранение", "Health"),
                Topic.of("health.queues", "Очереди в поликлиниках", "Queues")));
    }

    private static BodyDirectory bodies(String tolyatti) {
        return BodyDirectory.of(List.of(
                body("adm-samara", "Администрация Самары"),
                body("adm-tolyatti", tolyatti),
                body("adm-syzran", "Администрация Сызрани"),
                body("min-health", "Министерство здравоохранения")));
    }

    private static ResponsibleBody body(String id, String name) {
        CaseForms forms = new CaseForms(name, name, name, name, name, name);
        return new ResponsibleBody(
                BodyId.of(id), BodyKind.OTHER, Optional.empty(), forms, id, name, Validity.ALWAYS, false, Set.of());
    }

    private static Gazetteer places(String tolyatti) {
        Place region = Place.of("samara-region", "Самарская область", Place.Kind.REGION, Optional.empty());
        Stream<Place> others = Stream.of(
                municipality("samara", "Самара", 1_173_000),
                municipality("tolyatti", tolyatti, 684_000),
                municipality("syzran", "Сызрань", 165_000),
                municipality("volzhsky-district", "Волжский", 0));
        return Gazetteer.of(Stream.concat(Stream.of(region), others).toList());
    }

    private static Place municipality(String id, String name, long people) {
        Place.Kind kind = id.endsWith("-district") ? Place.Kind.MUNICIPAL_DISTRICT : Place.Kind.URBAN_OKRUG;
        Place plain = Place.of(id, name, kind, Optional.of(PlaceId.of("samara-region")));
        Optional<Population> population =
                people == 0 ? Optional.empty() : Optional.of(new Population(people, LocalDate.of(2021, 10, 1)));
        return new Place(
                plain.id(),
                plain.name(),
                Optional.empty(),
                plain.kind(),
                Optional.empty(),
                plain.parent(),
                Optional.empty(),
                population,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
