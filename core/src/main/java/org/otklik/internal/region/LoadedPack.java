package org.otklik.internal.region;

import java.time.ZoneId;
import java.util.List;
import org.otklik.classify.Lexicon;
import org.otklik.classify.TopicTree;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.post.NetworkNames;
import org.otklik.route.AccountDirectory;
import org.otklik.route.BodyDirectory;
import org.otklik.route.RoutingTable;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/**
 * A pack without mistakes; immutable.
 *
 * @param identity what {@code region.json} says
 * @param topics the rubricator
 * @param gazetteer the places
 * @param bodies the responsible bodies
 * @param accounts their accounts
 * @param sources the watched pages
 * @param queries the searches
 * @param routing the routing table
 * @param deadlines calendars, targets and escalation
 * @param lexicon the rules of the classifier
 */
public record LoadedPack(
        Identity identity,
        TopicTree topics,
        Gazetteer gazetteer,
        BodyDirectory bodies,
        AccountDirectory accounts,
        List<WatchedPage> sources,
        List<WatchedQuery> queries,
        RoutingTable routing,
        Deadlines deadlines,
        Lexicon lexicon) {

    /** Copies the lists. */
    public LoadedPack {
        sources = List.copyOf(sources);
        queries = List.copyOf(queries);
    }

    /**
     * Who the region is; immutable.
     *
     * @param id stable slug
     * @param nameRu Russian name
     * @param nameEn English name
     * @param zone zone of its days
     * @param version version of the pack
     * @param numberPrefix stands before the numbers of its incidents
     * @param place the region itself in the gazetteer
     * @param regionBody speaks for bodies without an account
     * @param headBody body of the head of the region
     * @param lexiconFiles names of the lexicon's files
     * @param networks what the region calls networks
     */
    public record Identity(
            String id,
            String nameRu,
            String nameEn,
            ZoneId zone,
            String version,
            String numberPrefix,
            PlaceId place,
            BodyId regionBody,
            BodyId headBody,
            List<String> lexiconFiles,
            NetworkNames networks) {

        /** Copies the list. */
        public Identity {
            lexiconFiles = List.copyOf(lexiconFiles);
        }
    }
}
