package org.otklik.internal.region;

import java.util.Optional;
import org.otklik.classify.Topic;
import org.otklik.internal.region.LoadedPack.Identity;
import org.otklik.place.Place;
import org.otklik.route.OfficialAccount;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.RoutingRow;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/** What could be read of each file, before the files are held against each other; immutable. */
record PackParts(
        Optional<Located<Identity>> identity,
        FileContent<Topic> topics,
        FileContent<Place> places,
        FileContent<ResponsibleBody> bodies,
        FileContent<OfficialAccount> accounts,
        FileContent<WatchedPage> pages,
        FileContent<WatchedQuery> queries,
        FileContent<RoutingRow> rows) {

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
