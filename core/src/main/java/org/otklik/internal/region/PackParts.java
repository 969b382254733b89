package org.otklik.internal.region;

import java.util.List;
import java.util.Optional;
import org.otklik.WatchedPage;
import org.otklik.WatchedQuery;
import org.otklik.classify.Topic;
import org.otklik.internal.region.LoadedPack.Identity;
import org.otklik.place.Place;
import org.otklik.route.OfficialAccount;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.RoutingRow;

/** What could be read of each file, before the files are held against each other; immutable. */
record PackParts(
        Optional<Located<Identity>> identity,
        List<Located<Topic>> topics,
        List<Located<Place>> places,
        List<Located<ResponsibleBody>> bodies,
        List<Located<OfficialAccount>> accounts,
        List<Located<WatchedPage>> pages,
        List<Located<WatchedQuery>> queries,
        List<Located<RoutingRow>> rows) {

    static PackParts read(PackFiles files) {
        return new PackParts(
                RegionFile.read(files),
                TopicsFile.read(files),
                PlacesFile.read(files),
                BodiesFile.read(files),
                AccountsFile.read(files),
                SourcesFile.pages(files),
                SourcesFile.queries(files),
                RoutingFile.read(files));
    }
}
