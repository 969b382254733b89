package org.otklik.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.place.Place.Kind;

/** A small gazetteer for tests. */
final class Places {

    private Places() {}

    static Gazetteer gazetteer() {
        List<Place> places = new ArrayList<>();
        places.add(Place.of("samara-region", "Самарская область", Kind.REGION, Optional.empty()));
        add(places, "samara", "Самара", Kind.URBAN_OKRUG, "samara-region");
        add(places, "tolyatti", "Тольятти", Kind.URBAN_OKRUG, "samara-region");
        add(places, "syzran", "Сызрань", Kind.URBAN_OKRUG, "samara-region");
        add(places, "kinel", "Кинель", Kind.URBAN_OKRUG, "samara-region");
        add(places, "otradny", "Отрадный", Kind.URBAN_OKRUG, "samara-region");
        add(places, "samara.leninsky", "Ленинский", Kind.INNER_DISTRICT, "samara");
        add(places, "samara.samarsky", "Самарский", Kind.INNER_DISTRICT, "samara");
        add(places, "volzhsky-district", "Волжский", Kind.MUNICIPAL_DISTRICT, "samara-region");
        add(places, "krasnoyarsky-district", "Красноярский", Kind.MUNICIPAL_DISTRICT, "samara-region");
        add(places, "kinel-cherkassky-district", "Кинель-Черкасский", Kind.MUNICIPAL_DISTRICT, "samara-region");
        add(places, "kch", "Кинель-Черкассы", Kind.SETTLEMENT, "kinel-cherkassky-district");
        add(places, "volzhsky.pobeda", "Победа", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.roshchinsky", "Рощинский", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.nikolayevka", "Николаевка", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "krasnoyarsky.nikolayevka", "Николаевка", Kind.SETTLEMENT, "krasnoyarsky-district");
        add(places, "volzhsky.dubovy-umyot", "Дубовый Умёт", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.oktyabrsky", "Октябрьский", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "samara.oktyabrsky", "Октябрьский", Kind.INNER_DISTRICT, "samara");
        add(places, "volzhsky.krotovo", "Кротово", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.karmala", "Кармала", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.karmaly", "Кармалы", Kind.SETTLEMENT, "volzhsky-district");
        add(places, "volzhsky.13-km", "13 км", Kind.SETTLEMENT, "volzhsky-district");
        places.add(settlement("volzhsky.kurumoch", "Курумоч").withType("с"));
        places.add(settlement("volzhsky.kurumoch-station", "Курумоч").withType("ст"));
        return Gazetteer.of(places);
    }

    private static Place settlement(String id, String name) {
        return Place.of(id, name, Kind.SETTLEMENT, Optional.of(PlaceId.of("volzhsky-district")));
    }

    private static void add(List<Place> places, String id, String name, Kind kind, String parent) {
        places.add(Place.of(id, name, kind, Optional.of(PlaceId.of(parent))));
    }
}
