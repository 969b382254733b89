package org.otklik.internal.region;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.internal.region.LoadedPack.Identity;

/** Reads {@code region.json}: who the region is. */
final class RegionFile {

    static final String NAME = "region.json";

    private RegionFile() {}

    static Optional<Located<Identity>> read(PackFiles files) {
        return files.json(NAME).flatMap(entry -> identity(entry).map(identity -> new Located<>(identity, entry)));
    }

    private static Optional<Identity> identity(Entry entry) {
        Optional<PlaceId> id = entry.needed("id", PlaceId::of, "value.id");
        String ru = entry.required("ru");
        String en = entry.required("en");
        Optional<ZoneId> zone = entry.needed("zone", ZoneId::of, "value.zone");
        String version = entry.required("version");
        String prefix = entry.required("numberPrefix");
        Optional<PlaceId> place = entry.needed("place", PlaceId::of, "value.id");
        Optional<BodyId> regionBody = entry.needed("regionBody", BodyId::of, "value.id");
        Optional<BodyId> headBody = entry.needed("headBody", BodyId::of, "value.id");
        List<String> lexicon = entry.texts("lexicon");
        return entry.build(() -> new Identity(
                id.orElseThrow().value(),
                ru,
                en,
                zone.orElseThrow(),
                version,
                prefix,
                place.orElseThrow(),
                regionBody.orElseThrow(),
                headBody.orElseThrow(),
                lexicon));
    }
}
