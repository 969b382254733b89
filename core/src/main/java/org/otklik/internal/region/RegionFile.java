package org.otklik.internal.region;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.internal.region.LoadedPack.Identity;
import org.otklik.post.NetworkId;
import org.otklik.post.NetworkName;
import org.otklik.post.NetworkNames;

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
        NetworkNames networks = networks(entry);
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
                lexicon,
                networks));
    }

    private static NetworkNames networks(Entry entry) {
        List<Located<NetworkName>> names = new ArrayList<>();
        for (Entry one : entry.optionalObjects("networks")) {
            name(one).ifPresent(name -> names.add(new Located<>(name, one)));
        }
        return NetworkNames.of(Located.distinct(names, NetworkName::network, "network").stream()
                .map(Located::value)
                .toList());
    }

    private static Optional<NetworkName> name(Entry entry) {
        Optional<NetworkId> network = entry.needed("network", NetworkId::of, "value.network");
        String ru = entry.required("ru");
        String en = entry.required("en");
        Optional<String> footnote = entry.text("footnote");
        Optional<String> footnoteEn = entry.text("footnoteEn");
        return entry.build(() -> new NetworkName(network.orElseThrow(), ru, en, footnote, footnoteEn));
    }
}
